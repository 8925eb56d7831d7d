import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { SystemClock } from '@kring/platform';
import { HouseholdProjection } from '@kring/projection';
import { runProjection } from '@kring/projection-runtime';
import { loadRegions } from '@kring/regions';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import type { Contender } from '../harness/contender.ts';
import { timed } from '../load/processor-time.ts';

type Options = { readonly log: string; readonly folder: string; readonly events: number };

/** A day: a timer takes no more than some three weeks. */
const patienceMs = 86_400_000;
const regionsFolder = fileURLToPath(new URL('../../../deploy/regions', import.meta.url));

/** Draws every circle anew from the log, in an empty view, as a hub does that finds no view. */
export const open = async ({ log, folder, events }: Options): Promise<Contender> => {
  const clock = new SystemClock();
  const regions = await loadRegions(regionsFolder);
  const measure = async () => {
    const eventStore = await openEmbeddedEventStore({ file: join(log, 'events.db'), now: () => clock.now() });
    const own = await mkdtemp(join(folder, 'view-'));
    const viewStore = await openEmbeddedViewStore({ file: join(own, 'views.db') });
    const head = await eventStore.head();
    try {
      const { elapsed, processor } = await timed(async () => {
        const projection = runProjection(new HouseholdProjection({ regions, now: () => clock.now() }), { eventStore, viewStore, clock });
        if (!(await projection.waitFor(head, patienceMs))) throw new Error(`the view has not caught up; it is ${projection.state}`);
        if (projection.parked.length > 0) throw new Error(`${projection.parked.length} households are parked`);
        await projection.stop();
      });
      const { maxRSS } = process.resourceUsage();
      return { value: events / elapsed, 'events per processor second': events / processor, 'resident MiB': maxRSS / 1_024, 'µs an event': (elapsed * 1_000_000) / events };
    } finally {
      await Promise.all([viewStore.close(), eventStore.close()]);
      await rm(own, { recursive: true, force: true });
    }
  };
  return { measure, close: async () => undefined };
};
