import { matchOutcomes, type MatchOutcome } from '../codes/together.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { HasShape, IsListOf, IsOneOf } from '../field/structure.ts';
import { IsCode, IsHubId, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';
import { Professional } from '../shapes/professional.ts';

/** An involvement of one of the organisations that meet in a household. */
export class OrganisationInvolvement {
  @IsCode() organisation!: string;
  @IsPublisherId() involvementId!: string;
}

/** Organisations are involved with one household at the same time, and each is told that the other exists. */
@Published({ by: ['hub'], features: ['S0.16'] })
export class MatchDetectedData extends HouseholdFact {
  static readonly type = 'nl.kring.matches.detected.v1';
  @IsHubId() matchId!: string;
  @IsListOf(() => OrganisationInvolvement, { min: 2 }) involvements!: OrganisationInvolvement[];
}
export type MatchDetected = ContractEvent<typeof MatchDetectedData>;

@Published({ by: ['any'], expected: 'involved', features: ['S0.16'] })
export class MatchAcknowledgedData extends HouseholdFact {
  static readonly type = 'nl.kring.matches.acknowledged.v1';
  @IsHubId() matchId!: string;
}
export type MatchAcknowledged = ContractEvent<typeof MatchAcknowledgedData>;

/** Those involved agreed who keeps the whole together. */
@Published({ by: ['any'], expected: 'involved', features: ['S0.15', 'S4.27'] })
export class CoordinationAgreedData extends HouseholdFact {
  static readonly type = 'nl.kring.matches.coordination-agreed.v1';
  @IsHubId() matchId!: string;
  @HasShape(() => Professional) owner!: Professional;
}
export type CoordinationAgreed = ContractEvent<typeof CoordinationAgreedData>;

@Published({ by: ['any'], expected: 'involved', features: ['S0.15', 'S4.27'] })
export class MatchClosedData extends HouseholdFact {
  static readonly type = 'nl.kring.matches.closed.v1';
  @IsHubId() matchId!: string;
  @IsOneOf(matchOutcomes) outcome!: MatchOutcome;
}
export type MatchClosed = ContractEvent<typeof MatchClosedData>;
