import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { Clock, Log } from '@kring/platform';
import { runRebuildable, type RebuildReport, type Rebuilds } from '@kring/projection-runtime';
import type { Regions } from '@kring/regions';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import { HouseholdProjection } from '../household-view/household-projection.ts';

export type OfflineErrand = 'rebuild' | 'from-scratch' | 'compare-only' | 'back' | 'forget';

export type OfflineParts = { readonly folder: string; readonly regions: Regions; readonly clock: Clock; readonly log: Log; readonly tell: (report: RebuildReport) => void };

/** How often it is told how far it is, in milliseconds. */
const tellEveryMs = 500;
/** So long the serving view may fail to follow the log, before the new one is made without it. */
const patienceMs = 3_000;

const outOfPatience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, patienceMs).unref());

/** The view follows the log first; where it cannot, that is what the rebuild is to mend. */
const untilFollowed = async ({ run }: Rebuilds): Promise<void> => {
  while (run.state !== 'live') {
    await Promise.race([run.whenCaughtUp(), outOfPatience()]);
    if (run.state === 'retrying') return;
  }
};

const carryOut = async (errand: OfflineErrand, rebuilds: Rebuilds): Promise<RebuildReport | null> => {
  if (errand === 'forget') {
    await rebuilds.forget();
    return null;
  }
  if (errand === 'back') await rebuilds.back();
  else await rebuilds.rebuild({ fromScratch: errand === 'from-scratch', compareOnly: errand === 'compare-only' });
  return rebuilds.whenSettled();
};

/**
 * Makes the view of a data folder anew where no hub runs on it. Answers how that ended; null where something was only dropped.
 *
 * @throws DatabaseUnusable when a hub, or another rebuild, has the folder; RebuildRefused where there is nothing to do it with.
 */
export const rebuildOffline = async (errand: OfflineErrand, { folder, regions, clock, log, tell }: OfflineParts): Promise<RebuildReport | null> => {
  const [events, views] = [join(folder, 'events.db'), join(folder, 'views.db')];
  if (!existsSync(events)) throw new NothingStored(`there are no stored events in ${folder}`);
  const eventStore = await openEmbeddedEventStore({ file: events, now: () => clock.now() });
  try {
    const viewStore = await openEmbeddedViewStore({ file: views });
    try {
      // Nobody reads this view while it is made, so nothing is kept for readers.
      const rebuilds = runRebuildable(() => new HouseholdProjection({ regions, now: () => clock.now() }), { eventStore, viewStore, clock, log, graceMs: 0 });
      const telling = setInterval(() => rebuilds.report && tell(rebuilds.report), tellEveryMs);
      try {
        await untilFollowed(rebuilds);
        return await carryOut(errand, rebuilds);
      } finally {
        clearInterval(telling);
        await rebuilds.run.stop();
      }
    } finally {
      await viewStore.close();
    }
  } finally {
    await eventStore.close();
  }
};

/** The folder is not the data folder of a hub that keeps its events itself. */
export class NothingStored extends Error {
  override readonly name = 'NothingStored';
}
