import { domains, type Domain } from '../codes/ground.ts';
import { housingSignalKinds, signalKinds, signalOutcomes, urgencies, type SignalKind, type SignalOutcome, type Urgency } from '../codes/signals.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsOneOf, Optional } from '../field/structure.ts';
import { IsCode, IsPublisherId } from '../field/written.ts';
import { HouseholdFact } from '../shapes/fact.ts';

/** Someone is worried about the household. A housing corporation signals only what it sees as a landlord. */
@Published({ by: ['any'], limits: [{ field: 'kind', values: housingSignalKinds, only: 'housing' }], features: ['S2.25', 'S3.17', 'S3.21', 'S4.29'] })
export class SignalRaisedData extends HouseholdFact {
  static readonly type = 'nl.kring.signals.raised.v1';
  @IsPublisherId() signalId!: string;
  @IsOneOf(signalKinds) kind!: SignalKind;
  @IsOneOf(domains) domain!: Domain;
  @IsOneOf(urgencies) urgency!: Urgency;
  /** The partner or team that is asked to look at it. */
  @Optional() @IsCode() addressedTo?: string;
}
export type SignalRaised = ContractEvent<typeof SignalRaisedData>;

/** The signal is now for another partner or team; its term starts anew once (alert A04). */
@Published({ by: ['any'], features: ['S1.14', 'S4.29'] })
export class SignalForwardedData extends HouseholdFact {
  static readonly type = 'nl.kring.signals.forwarded.v1';
  @IsPublisherId() signalId!: string;
  @IsCode() to!: string;
}
export type SignalForwarded = ContractEvent<typeof SignalForwardedData>;

@Published({ by: ['any'], features: ['S1.14', 'S4.29'] })
export class SignalAnsweredData extends HouseholdFact {
  static readonly type = 'nl.kring.signals.answered.v1';
  @IsPublisherId() signalId!: string;
  @IsOneOf(signalOutcomes) outcome!: SignalOutcome;
}
export type SignalAnswered = ContractEvent<typeof SignalAnsweredData>;

/** Who raised the signal was told that something was done with it, never what (alert A18). */
@Published({ by: ['any'], features: ['S1.14', 'S4.29'] })
export class ReporterInformedData extends HouseholdFact {
  static readonly type = 'nl.kring.signals.reporter-informed.v1';
  @IsPublisherId() signalId!: string;
}
export type ReporterInformed = ContractEvent<typeof ReporterInformedData>;
