import { IsBoolean } from 'class-validator';
import { initiators, questionKinds, questionSubjects, type Initiator, type QuestionKind, type QuestionSubject } from '../codes/signals.ts';
import { informedAbouts, ownStrengthResults, type InformedAbout, type OwnStrengthResult } from '../codes/together.ts';
import { Personal } from '../field/annotation.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsOneOf, Optional } from '../field/structure.ts';
import { IsProse, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';

/** Someone came with a question, a problem, an idea, a worry or a plan. What it says stays with the partner. */
@Published({ by: ['any'], features: ['S0.4', 'S1.14'] })
export class QuestionReceivedData extends HouseholdFact {
  static readonly type = 'nl.kring.questions.received.v1';
  @IsPublisherId() questionId!: string;
  @IsOneOf(questionKinds) kind!: QuestionKind;
  @IsOneOf(questionSubjects) about!: QuestionSubject;
  @IsOneOf(initiators) initiatedBy!: Initiator;
}
export type QuestionReceived = ContractEvent<typeof QuestionReceivedData>;

/** What the resident can do alone or with the people around, looked at before professional help is asked (alert A14). */
@Published({ by: ['any'], features: ['S0.14', 'S4.12'] })
export class OwnStrengthExploredData extends HouseholdFact {
  static readonly type = 'nl.kring.own-strength.explored.v1';
  @IsBoolean() together!: boolean;
  @IsBoolean() networkInvolved!: boolean;
  @IsOneOf(ownStrengthResults) result!: OwnStrengthResult;
}
export type OwnStrengthExplored = ContractEvent<typeof OwnStrengthExploredData>;

/** The resident was told, or lawfully not yet: then `deferredReason` says why not (alert A11). */
@Published({ by: ['any'] })
export class ResidentInformedData extends HouseholdFact {
  static readonly type = 'nl.kring.residents.informed.v1';
  @IsOneOf(informedAbouts) about!: InformedAbout;
  @Optional() @IsProse() @Personal() deferredReason?: string;
}
export type ResidentInformed = ContractEvent<typeof ResidentInformedData>;
