import { severities, type Severity } from '../codes/hub.ts';
import { sensitivities } from '../codes/ground.ts';
import type { Sensitivity } from '../read/circle.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsListWritten, IsOneOf, Optional } from '../field/structure.ts';
import { IsAlertCode, IsCode, IsEventId, IsHubId, IsInstant } from '../field/written.ts';
import { HubFact } from '../shapes/fact.ts';

/** A condition of the rules began to hold: of a household, or of a publisher, a user, a team or an area. */
@Published({ by: ['hub'] })
export class AlertRaisedData extends HubFact {
  static readonly type = 'nl.kring.alerts.raised.v1';
  /** Tells two alerts of one code apart, such as those of two signals. */
  @IsHubId() alertId!: string;
  @IsAlertCode() code!: string;
  @IsOneOf(severities) severity!: Severity;
  /** When the condition began to hold, whenever the hub noticed. */
  @IsInstant() since!: string;
  /** Partner code of who should act, or `each-involved`. */
  @Optional() @IsCode() actor?: string;
  @Optional() @IsListWritten(IsCode) organisations?: string[];
  @Optional() @IsCode() area?: string;
  /** Who may know of it, where not everyone who is involved. */
  @Optional() @IsOneOf(sensitivities) sensitivity?: Sensitivity;
  /** The CloudEvents ids of the events behind it. */
  @IsListWritten(IsEventId) because!: string[];
}
export type AlertRaised = ContractEvent<typeof AlertRaisedData>;

/** The condition holds no longer. */
@Published({ by: ['hub'] })
export class AlertClearedData extends HubFact {
  static readonly type = 'nl.kring.alerts.cleared.v1';
  @IsHubId() alertId!: string;
  @IsAlertCode() code!: string;
  @Optional() @IsOneOf(sensitivities) sensitivity?: Sensitivity;
}
export type AlertCleared = ContractEvent<typeof AlertClearedData>;

/** A term of the hub's own ran out: what time alone brings about, recorded so that a replay sees it too. */
@Published({ by: ['hub'] })
export class DeadlinePassedData extends HubFact {
  static readonly type = 'nl.kring.alerts.deadline-passed.v1';
  @IsHubId() deadlineId!: string;
  @IsAlertCode() code!: string;
  @IsInstant() dueAt!: string;
  @Optional() @IsOneOf(sensitivities) sensitivity?: Sensitivity;
  @IsListWritten(IsEventId) because!: string[];
}
export type DeadlinePassed = ContractEvent<typeof DeadlinePassedData>;
