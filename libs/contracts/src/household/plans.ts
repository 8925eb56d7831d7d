import { domains, type Domain } from '../codes/ground.ts';
import { aims, participationLadder, stepAreas, type Aim, type StepArea } from '../codes/together.ts';
import { Personal } from '../field/annotation.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsListOf, IsOneOf, IsWholeNumber } from '../field/structure.ts';
import { IsLabel, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';

/** What the household wants in one part of life: better, or as it is now. */
export class Goal {
  @IsOneOf(domains) domain!: Domain;
  @IsOneOf(aims) aim!: Aim;
}

/** One family, one plan; a later version takes the place of the one before. */
@Published({ by: ['any'], expected: 'contact-person', features: ['S4.13'] })
export class PlanAgreedData extends HouseholdFact {
  static readonly type = 'nl.kring.plans.agreed.v1';
  @IsPublisherId() planId!: string;
  @IsWholeNumber(1, 9_999) version!: number;
  @IsListOf(() => Goal, { max: 50 }) goals!: Goal[];
}
export type PlanAgreed = ContractEvent<typeof PlanAgreedData>;

/** A step that someone took towards learning, working or taking part. */
@Published({ by: ['any', 'resident'], features: ['S4.1', 'S4.4', 'S4.6'] })
export class StepTakenData extends HouseholdFact {
  static readonly type = 'nl.kring.participation.step-taken.v1';
  @IsOneOf(stepAreas) area!: StepArea;
  @IsLabel() @Personal() label!: string;
}
export type StepTaken = ContractEvent<typeof StepTakenData>;

/** Where someone stands on the participation ladder. */
@Published({ by: ['any', 'resident'], features: ['S4.1', 'S4.4', 'S4.6'] })
export class ParticipationAssessedData extends HouseholdFact {
  static readonly type = 'nl.kring.participation.assessed.v1';
  @IsWholeNumber(participationLadder.lowest, participationLadder.highest) level!: number;
}
export type ParticipationAssessed = ContractEvent<typeof ParticipationAssessedData>;
