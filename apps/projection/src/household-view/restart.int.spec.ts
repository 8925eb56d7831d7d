import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { defaultRules } from '@kring/household';
import { HouseholdView, householdCollections, householdViewName, runProjection } from '@kring/projection-runtime';
import type { ViewStore } from '@kring/view-store';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import { HouseholdHistory, type Told } from '../testing/household-history.ts';
import { HouseholdProjection } from './household-projection.ts';

const now = () => new Date('2026-06-01T12:00:00.000Z');
const regions = { rulesFor: () => defaultRules, organisationsBehind: (code: string) => [code], municipalityOf: () => null };
const households = 30;

const story = (): readonly Told[] => {
  const history = new HouseholdHistory();
  const each = (tell: (id: string) => Told) => Array.from({ length: households }, (_, n) => tell(`h-${n}`));
  return [
    ...each((id) => history.registered(id, '2026-01-01T00:00:00Z')),
    ...each((id) => history.involved(id, 'omring', '2026-01-02T00:00:00Z')),
    history.merged('h-1', ['h-2'], '2026-01-03T00:00:00Z'),
    ...each((id) => history.involved(id, 'mee', '2026-01-04T00:00:00Z')),
    history.split('h-3', ['h-4'], '2026-01-05T00:00:00Z'),
    ...each((id) => history.visit(id, 'omring', 'v-1', '2026-06-02T09:00:00Z', '2026-01-06T00:00:00Z')),
  ];
};

describe('the household projection over real stores', () => {
  let folder: string;
  let eventStore: EventStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kring-projection-'));
    eventStore = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now });
    for (const { stream, event } of story()) await eventStore.append(stream, [event], 'any');
  });
  afterEach(async () => {
    await eventStore.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (viewStore: ViewStore, batchSize: number) =>
    runProjection(new HouseholdProjection({ regions, now }), { eventStore, viewStore, clock: { now }, batchSize, retry: { firstMs: 1, maxMs: 5 } });
  const circlesIn = async (viewStore: ViewStore) => JSON.stringify((await new HouseholdView(viewStore).circles(Array.from({ length: households }, (_, n) => `h-${n}`))).map((row) => row?.circle));
  const straight = async () => {
    const viewStore = await openEmbeddedViewStore({ file: join(folder, 'straight.db') });
    const projection = run(viewStore, 500);
    await projection.whenCaughtUp();
    const circles = await circlesIn(viewStore);
    await projection.stop();
    await viewStore.close();
    return circles;
  };

  /** The same store; says when the next commit was taken. */
  const watched = (store: ViewStore) => {
    const committed = Promise.withResolvers<void>();
    const view: ViewStore = {
      claim: (projection) => store.claim(projection),
      commit: async (step) => {
        await store.commit(step);
        committed.resolve();
      },
      get: (collection, keys) => store.get(collection, keys),
      find: (collection, query) => store.find(collection, query),
      checkpoint: (projection) => store.checkpoint(projection),
      close: () => store.close(),
    };
    return { view, committed: committed.promise };
  };

  it('ends at the same circles when it is stopped and started again after every few events', async () => {
    const viewStore = await openEmbeddedViewStore({ file: join(folder, 'views.db') });
    for (let done = false, starts = 0; !done; starts += 1) {
      const { view, committed } = watched(viewStore);
      const projection = run(view, 7);
      await Promise.race([committed, projection.whenCaughtUp()]);
      done = projection.state === 'live';
      await projection.stop();
      expect(starts).toBeLessThan(100);
    }
    expect(await circlesIn(viewStore)).toBe(await straight());
    await viewStore.close();
  });

  it('answers with the circles of others while one household waits behind a poisoned event', async () => {
    const history = new HouseholdHistory();
    const broken = { ...regions, rulesFor: (area: string) => (area === 'nowhere' ? unknownArea() : defaultRules) };
    const viewStore = await openEmbeddedViewStore({ file: join(folder, 'views.db') });
    const projection = runProjection(new HouseholdProjection({ regions: broken, now }), { eventStore, viewStore, clock: { now } });
    await projection.whenCaughtUp();
    const moved = history.tell({ partner: 'gemeente', householdId: 'h-5', type: 'households.moved', occurredAt: '2026-02-01T00:00:00Z', data: { area: 'nowhere' } });
    const { stream, event } = { ...moved, event: { ...moved.event, id: '00000000-0000-4000-9000-000000000001' } };
    const { position } = await eventStore.append(stream, [event], 'any');
    expect(await projection.waitFor(position, 5_000)).toBe(true);
    expect(projection.parked).toEqual(['h-5']);
    expect(await projection.parkedEvents('h-5')).toMatchObject([{ state: 'poisoned', type: 'nl.kring.households.moved.v1' }]);
    expect(await viewStore.checkpoint(householdViewName)).toBe(position);
    expect(await viewStore.find(householdCollections.circle, { limit: 100 })).toHaveLength(households);
    await projection.stop();
    await viewStore.close();
  });

  it('parks a household while it catches up just as when it is live, and takes it again once that can be done', async () => {
    const history = new HouseholdHistory();
    const mending = { mended: false };
    const broken = { ...regions, rulesFor: (area: string) => (area === 'nowhere' && !mending.mended ? unknownArea() : defaultRules) };
    const moved = history.tell({ partner: 'gemeente', householdId: 'h-5', type: 'households.moved', occurredAt: '2026-02-01T00:00:00Z', data: { area: 'nowhere' } });
    const before = await straight();
    await eventStore.append(moved.stream, [{ ...moved.event, id: '00000000-0000-4000-9000-000000000001' }], 'any');
    for (let n = 10; n < households; n += 1) {
      const { stream, event } = history.contactPerson(`h-${n}`, 'mee', '2026-02-01T00:00:00Z');
      await eventStore.append(stream, [{ ...event, id: `00000000-0000-4000-9000-0000000000${n}` }], 'any');
    }
    const viewStore = await openEmbeddedViewStore({ file: join(folder, 'views.db') });
    const projection = runProjection(new HouseholdProjection({ regions: broken, now }), { eventStore, viewStore, clock: { now }, batchSize: 16 });
    await projection.whenCaughtUp();
    expect(await projection.parkedEvents('h-5')).toMatchObject([{ state: 'poisoned', type: 'nl.kring.households.moved.v1', revision: null }]);
    expect(JSON.parse(await circlesIn(viewStore))[5]).toEqual(JSON.parse(before)[5]);
    mending.mended = true;
    expect(await projection.redrive('h-5')).toEqual({ taken: 1, waiting: 0 });
    expect((await new HouseholdView(viewStore).circle('h-5'))?.circle.area).toBe('nowhere');
    await projection.stop();
    await viewStore.close();
  });
});

const unknownArea = (): never => {
  throw new RangeError('no rules for this area');
};
