import { IsInt, IsNotEmptyObject, IsObject, IsString, Length, Max, Min, ValidateIf } from 'class-validator';
import { HasShape, HouseholdReference, IsInstant, IsListOf, IsUserId, Optional } from '@kring/contracts';

/** How long the name of a command may be: its events are numbered behind it, and the whole is the id of an event. */
export const longestCommandId = 120;

export class PageQuestion {
  @HasShape(() => HouseholdReference) @IsNotEmptyObject() household!: HouseholdReference;
}

export class ReceiptQuestion {
  @IsString() @Length(1, longestCommandId) commandId!: string;
  @IsString() @Length(1, 128) commandDigest!: string;
}

export class LedgerEventBody {
  @IsString() @Length(1, 128) type!: string;
  /** Checked at the door, against the contract of its type. */
  @IsObject() data!: Record<string, unknown>;
  @Optional() @IsInstant() occurredAt?: string;
}

export class LedgerEntryBody extends ReceiptQuestion {
  @HasShape(() => HouseholdReference) @IsNotEmptyObject() household!: HouseholdReference;
  @IsListOf(() => LedgerEventBody, { min: 1, max: 50 }) events!: LedgerEventBody[];
  @IsInt() @Min(-1) @Max(1e15) expectedRevision!: number;
  /** The user behind the command, as the partner's own system knows them. */
  @ValidateIf((_, value) => value !== null) @IsUserId() by!: string | null;
}
