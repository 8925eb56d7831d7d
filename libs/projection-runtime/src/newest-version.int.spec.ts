import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as contracts from '@kring/contracts';
import type { RecordedEvent } from '@kring/event-store';
import { SystemClock } from '@kring/platform';
import type { ViewRow } from '@kring/view-store';
import type * as runtime from './index.ts';
import { MemoryEventStore } from './testing/memory-event-store.ts';
import { MemoryViewStore } from './testing/memory-view-store.ts';

const steps: contracts.Upcaster[] = [];
jest.unstable_mockModule('@kring/contracts', () => ({ ...contracts, upcast: (...told: Parameters<typeof contracts.upcast>) => contracts.upcasting(steps)(...told) }));
const { boxRow, householdEventOf, householdIdOf, noStep, runProjection, sealedBoxOf } = await import('./index.ts');

/** From an hour of the day to an instant; it takes the day from the envelope, and cannot do without. */
const withInstant: contracts.Upcaster = {
  from: 'nl.kring.visits.planned.v1',
  to: 'nl.kring.visits.planned.v2',
  upcast: ({ hour, ...data }, { time }) => {
    if (typeof time !== 'string') throw new TypeError('no time');
    return { ...data, startsAt: `${time.slice(0, 10)}T${String(hour)}:00:00Z` };
  },
};

const planned = (id: string, householdId: string) => ({
  id,
  type: 'nl.kring.visits.planned.v1',
  data: { visitId: id, hour: 10 },
  metadata: { id, source: 'urn:w', partner: 'omring', subject: householdId, time: '2026-05-02T00:00:00Z', personal: ['/professional/name'], box: 'sealed' },
});

describe('an event of an older version', () => {
  beforeEach(() => void steps.splice(0));

  const recorded: RecordedEvent = { ...planned('v-1', 'h-1'), stream: 'omring-h-1', revision: 0, position: '0000000000000001', recordedAt: '2026-05-02T00:00:01.000Z' };

  it('is told as the newest version of its type', () => {
    steps.push(withInstant);
    expect(householdEventOf(recorded)).toMatchObject({ uuid: 'v-1', type: 'nl.kring.visits.planned.v2', householdId: 'h-1', data: { visitId: 'v-1', startsAt: '2026-05-02T10:00:00Z' }, personal: ['/professional/name'] });
    expect(householdEventOf(recorded)?.data).not.toHaveProperty('hour');
  });

  it('keeps the version it was sealed as beside its box, for the seal holds for no other', () => {
    steps.push(withInstant);
    const row = boxRow(householdEventOf(recorded)!, sealedBoxOf(recorded)!);
    expect(JSON.parse(Buffer.from(row.value).toString())).toEqual({ uuid: 'v-1', householdId: 'h-1', type: 'nl.kring.visits.planned.v1', box: 'sealed' });
  });

  it('belongs to its household also when no step can tell it', () => {
    steps.push({ ...withInstant, upcast: () => { throw new TypeError('no such field'); } });
    expect(householdIdOf(recorded)).toBe('h-1');
    expect(() => householdEventOf(recorded)).toThrow('no such field');
  });
});

describe('a household that is parked over an older version', () => {
  let handle: runtime.ProjectionHandle | undefined;
  beforeEach(() => void steps.splice(0));
  afterEach(() => handle?.stop());

  /** Knows visits by their instant only, as a fold knows the newest version only. */
  const visits: runtime.ProjectionDefinition = {
    name: 'visits',
    partitionOf: (event) => householdIdOf(event) ?? event.stream,
    apply: async (batch) => {
      const puts = batch.map((event): ViewRow => {
        const { data, uuid } = householdEventOf(event)!;
        if (typeof data['startsAt'] !== 'string') throw new TypeError('a visit without its instant');
        return { collection: 'visits', key: uuid, value: Buffer.from(data['startsAt']) };
      });
      return { ...noStep, puts };
    },
  };

  it('is taken again through the step that was made for it, in its order, and leaves others alone', async () => {
    const eventStore = new MemoryEventStore();
    const viewStore = new MemoryViewStore();
    const current = (id: string, householdId: string) => ({ ...planned(id, householdId), type: 'nl.kring.visits.planned.v2', data: { visitId: id, startsAt: '2026-05-03T09:00:00Z' } });
    await eventStore.append('omring-h-1', [planned('v-1', 'h-1'), current('v-2', 'h-1')]);
    await eventStore.append('omring-h-2', [current('v-3', 'h-2')]);
    handle = runProjection(visits, { eventStore, viewStore, clock: new SystemClock(), retry: { firstMs: 1, maxMs: 5 } });
    await handle.whenCaughtUp();
    expect(handle.parked).toEqual(['h-1']);
    const seen = async () => (await viewStore.get('visits', ['v-1', 'v-2', 'v-3'])).map((value) => value && Buffer.from(value).toString());
    expect(await seen()).toEqual([undefined, undefined, '2026-05-03T09:00:00Z']);
    steps.push(withInstant);
    expect(await handle.redrive('h-1')).toEqual({ taken: 2, waiting: 0 });
    expect(handle.parked).toEqual([]);
    expect(await seen()).toEqual(['2026-05-02T10:00:00Z', '2026-05-03T09:00:00Z', '2026-05-03T09:00:00Z']);
  });

  it('stays parked, and the feed goes on, when the step itself fails', async () => {
    steps.push({ ...withInstant, upcast: () => { throw new TypeError('no such field'); } });
    const eventStore = new MemoryEventStore();
    const viewStore = new MemoryViewStore();
    await eventStore.append('omring-h-1', [planned('v-1', 'h-1')]);
    handle = runProjection(visits, { eventStore, viewStore, clock: new SystemClock(), retry: { firstMs: 1, maxMs: 5 } });
    await handle.whenCaughtUp();
    expect(handle.parked).toEqual(['h-1']);
    expect((await handle.parkedEvents('h-1')).map(({ eventId, state }) => [eventId, state])).toEqual([['v-1', 'poisoned']]);
  });
});
