import { IsBoolean } from 'class-validator';
import { supporterKinds, type SupporterKind } from '../codes/people.ts';
import { Personal } from '../field/annotation.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsOneOf } from '../field/structure.ts';
import { IsLabel, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';

/** Someone who is there for the household without being paid for it. */
@Published({ by: ['any'], features: ['S2.2', 'S4.14', 'S3.12'] })
export class SupporterAddedData extends HouseholdFact {
  static readonly type = 'nl.kring.supporters.added.v1';
  @IsPublisherId() supporterId!: string;
  @IsOneOf(supporterKinds) kind!: SupporterKind;
  /** What the household calls them: "buurvrouw Ans". */
  @IsLabel() @Personal() label!: string;
  /** Whether they agreed to be shown in the circle. */
  @IsBoolean() agreed!: boolean;
}
export type SupporterAdded = ContractEvent<typeof SupporterAddedData>;

@Published({ by: ['any'], features: ['S2.2', 'S4.14', 'S3.12'] })
export class SupporterRemovedData extends HouseholdFact {
  static readonly type = 'nl.kring.supporters.removed.v1';
  @IsPublisherId() supporterId!: string;
}
export type SupporterRemoved = ContractEvent<typeof SupporterRemovedData>;
