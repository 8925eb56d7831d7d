import { erasureReasons, type ErasureReason } from '../codes/hub.ts';
import { Personal } from '../field/annotation.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsOneOf, Optional } from '../field/structure.ts';
import { IsEventId, IsProse, IsUserId } from '../field/written.ts';
import { HubFact } from '../shapes/fact.ts';

/** The household's key is gone, and with it everything personal, wherever a copy lies (AVG art. 17). */
@Published({ by: ['hub'] })
export class HouseholdKeyDestroyedData extends HubFact {
  static readonly type = 'nl.kring.privacy.household-key-destroyed.v1';
  @IsOneOf(erasureReasons) reason!: ErasureReason;
  @IsUserId() decidedBy!: string;
}
export type HouseholdKeyDestroyed = ContractEvent<typeof HouseholdKeyDestroyedData>;

/** An event told something wrong: it counts no longer, and where another takes its place, that one counts (AVG art. 16). */
@Published({ by: ['hub'] })
export class EventCorrectedData extends HubFact {
  static readonly type = 'nl.kring.privacy.event-corrected.v1';
  @IsEventId() eventId!: string;
  @Optional() @IsEventId() replacedBy?: string;
  @IsUserId() decidedBy!: string;
  @IsProse() @Personal() reason!: string;
}
export type EventCorrected = ContractEvent<typeof EventCorrectedData>;
