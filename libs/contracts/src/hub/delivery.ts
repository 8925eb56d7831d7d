import { Published, type ContractEvent } from '../field/published.ts';
import { IsListWritten, IsWholeNumber, Optional } from '../field/structure.ts';
import { IsCode, IsEventId, IsEventType, IsHubId } from '../field/written.ts';
import { HubFact } from '../shapes/fact.ts';

/** A partner will be sent events of these types from now on. */
@Published({ by: ['hub'] })
export class SubscriptionCreatedData extends HubFact {
  static readonly type = 'nl.kring.access.subscription-created.v1';
  @IsHubId() subscriptionId!: string;
  @IsCode() organisation!: string;
  @IsListWritten(IsEventType) types!: string[];
  @Optional() @IsCode() area?: string;
}
export type SubscriptionCreated = ContractEvent<typeof SubscriptionCreatedData>;

/** An event could not be delivered in time and went to the dead letters (alert A16). */
@Published({ by: ['hub'] })
export class SubscriptionFailedData extends HubFact {
  static readonly type = 'nl.kring.access.subscription-failed.v1';
  @IsHubId() subscriptionId!: string;
  @IsCode() organisation!: string;
  @IsEventId() eventId!: string;
  @IsWholeNumber(1, 100_000) attempts!: number;
}
export type SubscriptionFailed = ContractEvent<typeof SubscriptionFailedData>;
