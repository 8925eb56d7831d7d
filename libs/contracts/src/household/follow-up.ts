import { channels, trends, type Channel } from '../codes/together.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsListWritten, IsOneOf, Optional } from '../field/structure.ts';
import { IsCode, IsLocalDate } from '../field/written.ts';
import type { Trend } from '../read/circle.ts';
import { HouseholdFact } from '../shapes/fact.ts';

/** The contact person asked how things are going. How it goes in one word; the talk itself stays with the partner. */
@Published({ by: ['any'], expected: 'contact-person', features: ['S0.21'] })
export class PulseCheckRecordedData extends HouseholdFact {
  static readonly type = 'nl.kring.pulse-checks.recorded.v1';
  @IsOneOf(channels) channel!: Channel;
  @IsOneOf(trends) trend!: Trend;
  /** When the next one is due, where that is not after the region's usual term (alert A08). */
  @Optional() @IsLocalDate() nextDue?: string;
}
export type PulseCheckRecorded = ContractEvent<typeof PulseCheckRecordedData>;

/** Help ended, and the contact person keeps an eye on the household until this day. */
@Published({ by: ['any'], expected: 'contact-person', features: ['S4.16'] })
export class AftercareStartedData extends HouseholdFact {
  static readonly type = 'nl.kring.aftercare.started.v1';
  @IsLocalDate() until!: string;
}
export type AftercareStarted = ContractEvent<typeof AftercareStartedData>;

@Published({ by: ['any'], expected: 'contact-person', features: ['S4.16'] })
export class AftercareContactedData extends HouseholdFact {
  static readonly type = 'nl.kring.aftercare.contacted.v1';
  @IsOneOf(trends) trend!: Trend;
}
export type AftercareContacted = ContractEvent<typeof AftercareContactedData>;

@Published({ by: ['any'], expected: 'contact-person', features: ['S4.16'] })
export class AftercareClosedData extends HouseholdFact {
  static readonly type = 'nl.kring.aftercare.closed.v1';
}
export type AftercareClosed = ContractEvent<typeof AftercareClosedData>;

/** The contact person told the others how the household is doing (alert A22). */
@Published({ by: ['any'], expected: 'contact-person', features: ['S4.17'] })
export class PartnersUpdatedData extends HouseholdFact {
  static readonly type = 'nl.kring.partners.updated.v1';
  @IsListWritten(IsCode, { min: 1 }) recipients!: string[];
  @IsOneOf(trends) trend!: Trend;
}
export type PartnersUpdated = ContractEvent<typeof PartnersUpdatedData>;
