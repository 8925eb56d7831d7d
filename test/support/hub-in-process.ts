import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCoordination } from '@kring/coordination';
import { Door, type Outcome } from '@kring/door';
import type { EventStore } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { openEmbeddedKeyStore } from '@kring/key-store-embedded';
import { silentLog, type Clock } from '@kring/platform';
import { HouseholdProjection } from '@kring/projection';
import { HouseholdView, runRebuildable, type Rebuilds } from '@kring/projection-runtime';
import { loadRegions, type Regions } from '@kring/regions';
import { Blinder, Sealer } from '@kring/sealing';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';

/** A clock that stands where a spec puts it. */
export class SetClock implements Clock {
  at = new Date(0);
  now(): Date {
    return this.at;
  }
}

const regionsFolder = fileURLToPath(new URL('../../deploy/regions', import.meta.url));

type Made = {
  readonly clock: SetClock;
  readonly regions: Regions;
  readonly events: EventStore;
  readonly door: Door;
  readonly rebuilds: Rebuilds;
  readonly view: HouseholdView;
  /** Puts the clock at an instant and has the hub do all that is due by then. */
  readonly act: (at: Date) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The door, the view and the coordination of a hub over real stores in a folder of their own, at whatever time a spec says it is. */
export const hubInProcess = async (): Promise<Made> => {
  const folder = await mkdtemp(join(tmpdir(), 'kring-in-process-'));
  const clock = new SetClock();
  const regions = await loadRegions(regionsFolder);
  const events = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => clock.now() });
  const keys = await openEmbeddedKeyStore({ file: join(folder, 'keys.db'), masterKey: randomBytes(32) });
  const [views, index, due] = await Promise.all(['views.db', 'door.db', 'due.db'].map((file) => openEmbeddedViewStore({ file: join(folder, file) }))) as [never, never, never];
  const log = silentLog;
  const rebuilds = runRebuildable(() => new HouseholdProjection({ regions, now: () => clock.now() }), { eventStore: events, viewStore: views, clock, log });
  const door = await Door.open({
    eventStore: events, viewStore: index, keyStore: keys, sealer: await Sealer.over(keys), tokens: await Blinder.over(keys), regions, clock, log, maxEventBytes: 65_536,
  });
  const act = async (at: Date): Promise<void> => {
    clock.at = at;
    const coordination = runCoordination({ eventStore: events, viewStore: due, regions, clock, log, settleMs: 1 });
    await coordination.whenCaughtUp();
    await coordination.stop();
    await rebuilds.run.whenCaughtUp();
    await rebuilds.run.tick();
  };
  const close = async (): Promise<void> => {
    await door.close();
    await rebuilds.run.stop();
    for (const store of [views, index, due, keys, events] as { close(): Promise<void> }[]) await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { clock, regions, events, door, rebuilds, view: new HouseholdView(rebuilds.view), act, close };
};

export type { Outcome };
