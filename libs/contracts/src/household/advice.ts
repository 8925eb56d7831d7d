import { IsBoolean } from 'class-validator';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsCode, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';

/** A team asks an adviser to think along. Advice is no step in a referral: responsibility stays where it is. */
@Published({ by: ['any'], expected: 'team', features: ['S1.17', 'S1.19', 'S1.20'] })
export class AdviceRequestedData extends HouseholdFact {
  static readonly type = 'nl.kring.advice.requested.v1';
  @IsPublisherId() adviceId!: string;
  @IsCode() discipline!: string;
  /** Whether the adviser heard no names. */
  @IsBoolean() anonymous!: boolean;
}
export type AdviceRequested = ContractEvent<typeof AdviceRequestedData>;

@Published({ by: ['any'], expected: 'team', features: ['S1.17', 'S1.19', 'S1.20'] })
export class AdviceGivenData extends HouseholdFact {
  static readonly type = 'nl.kring.advice.given.v1';
  @IsPublisherId() adviceId!: string;
}
export type AdviceGiven = ContractEvent<typeof AdviceGivenData>;
