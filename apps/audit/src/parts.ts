import type { AccessLog } from '@kring/access';
import type { EventStore } from '@kring/event-store';
import type { Clock } from '@kring/platform';
import type { HouseholdView, ViewProgress } from '@kring/projection-runtime';
import type { Boxes, PersonIndex, ReplayLog } from '@kring/reading';
import type { Regions } from '@kring/regions';

/** What looking back is made with. */
export type AuditParts = {
  readonly eventStore: Pick<EventStore, 'readAll' | 'readStream'>;
  readonly view: HouseholdView;
  /** How far that view is: nothing is shown that it does not hold, for it says what is hidden. */
  readonly progress: Pick<ViewProgress, 'position'>;
  readonly boxes: Boxes;
  readonly index: PersonIndex;
  readonly regions: Regions;
  readonly clock: Clock;
  readonly accessLog: AccessLog;
  readonly replayLog: ReplayLog;
};
