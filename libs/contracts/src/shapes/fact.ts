import { IsNotEmptyObject } from 'class-validator';
import { legalBases, purposes, sensitivities, type LegalBasis, type Purpose } from '../codes/ground.ts';
import { HasShape, IsOneOf, Optional } from '../field/structure.ts';
import { IsHubId, IsInstant } from '../field/written.ts';
import type { Sensitivity } from '../read/circle.ts';
import { HouseholdReference } from './household-reference.ts';

/** What every event about a household says, whatever it is about. */
export abstract class HouseholdFact {
  @HasShape(() => HouseholdReference) @IsNotEmptyObject() household!: HouseholdReference;
  /** When it really happened. Events may come late; more than 24 hours in the future is refused at the door. */
  @IsInstant() occurredAt!: string;
  @IsOneOf(legalBases) legalBasis!: LegalBasis;
  @IsOneOf(purposes) purpose!: Purpose;
  /** The partner's own default where it is left out. */
  @Optional() @IsOneOf(sensitivities) sensitivity?: Sensitivity;
}

/** A household that the hub knows. */
export class KnownHousehold {
  @IsHubId() householdId!: string;
}

/** What every event of the hub itself says. Those about a user, a team or a publisher name no household. */
export abstract class HubFact {
  @Optional() @HasShape(() => KnownHousehold) household?: KnownHousehold;
  @IsInstant() occurredAt!: string;
}
