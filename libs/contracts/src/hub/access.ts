import { purposes, type Purpose } from '../codes/ground.ts';
import { viewerKinds, views, type View, type ViewerKind } from '../codes/hub.ts';
import { Personal } from '../field/annotation.ts';
import { Published, type ContractEvent } from '../field/published.ts';
import { IsListWritten, IsOneOf, Optional } from '../field/structure.ts';
import { IsCode, IsHubId, IsInstant, IsPosition, IsProse, IsStream, IsUserId } from '../field/written.ts';
import { HubFact } from '../shapes/fact.ts';

/** Who looks, or tried to: a user or a partner's system, by the identity that the access token gave. */
abstract class AccessFact extends HubFact {
  @IsUserId() viewer!: string;
  @IsOneOf(viewerKinds) viewerKind!: ViewerKind;
  /** The viewer's partner; nobody's where a resident or the hub's own staff looks. */
  @Optional() @IsCode() organisation?: string;
}

/** Someone saw a household. Recorded before the answer leaves, with one line for each person it told about (NEN 7513). */
@Published({ by: ['hub'] })
export class HouseholdViewedData extends AccessFact {
  static readonly type = 'nl.kring.access.household-viewed.v1';
  @IsOneOf(purposes) purpose!: Purpose;
  @IsOneOf(views) view!: View;
  @IsListWritten(IsHubId) persons!: string[];
  /** The break-glass under which it was seen. */
  @Optional() @IsHubId() breakGlassId?: string;
}
export type HouseholdViewed = ContractEvent<typeof HouseholdViewedData>;

/** Someone asked for what the policies do not let them see. */
@Published({ by: ['hub'] })
export class AccessDeniedData extends AccessFact {
  static readonly type = 'nl.kring.access.denied.v1';
  @Optional() @IsOneOf(purposes) purpose?: Purpose;
  @IsOneOf(views) view!: View;
  /** The policy that refused, or none that allowed: `no-policy-allows`. */
  @IsCode() policy!: string;
}
export type AccessDenied = ContractEvent<typeof AccessDeniedData>;

/** Someone opened a household that the policies keep closed to them, for a reason and until an hour of that day. */
@Published({ by: ['hub'] })
export class BreakGlassUsedData extends AccessFact {
  static readonly type = 'nl.kring.access.break-glass-used.v1';
  @IsHubId() breakGlassId!: string;
  @IsProse() @Personal() reason!: string;
  @IsInstant() until!: string;
}
export type BreakGlassUsed = ContractEvent<typeof BreakGlassUsedData>;

/** An auditor went through a stream event by event. */
@Published({ by: ['hub'] })
export class StreamReplayedData extends AccessFact {
  static readonly type = 'nl.kring.access.stream-replayed.v1';
  @IsStream() stream!: string;
  @Optional() @IsPosition() from?: string;
  @Optional() @IsPosition() until?: string;
  @IsProse() @Personal() reason!: string;
}
export type StreamReplayed = ContractEvent<typeof StreamReplayedData>;
