import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { EventStoreUnavailable, type EventStore, type NewEvent } from '@kring/event-store';
import { randomUUID } from 'node:crypto';
import { aLog } from './testing/a-log.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

const turns = 40;

const anEvent = (text = ''): NewEvent => ({ id: randomUUID(), type: 'nl.kring.visits.planned.v1', data: { text }, metadata: {} });

const all = async (store: EventStore): Promise<NewEvent[]> => {
  const events: NewEvent[] = [];
  for await (const batch of store.readAll({ after: '' })) events.push(...batch);
  return events;
};

describe('the embedded event store under load', () => {
  const log = aLog();
  let store: EventStore;

  afterEach(async () => {
    await store.close();
    log.remove();
  });

  it('takes a thousand appends at once in fewer syncs than appends', async () => {
    store = await log.open();
    const started = performance.now();
    await store.append('omring-1', [anEvent()], 'any');
    const alone = performance.now() - started;
    const together = performance.now();
    await Promise.all(Array.from({ length: 1_000 }, (_, index) => store.append(`omring-${index}`, [anEvent()], 'any')));
    expect(performance.now() - together).toBeLessThan(alone * 1_000);
    expect(await all(store)).toHaveLength(1_001);
  });

  it('refuses what would wait beyond its bound, and takes it later', async () => {
    store = await log.open({ maxWaiting: 10_000 });
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => store.append('omring-1', [anEvent('x'.repeat(3_000))], 'any')));
    const refused = attempts.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.length).toBe(7);
    expect(refused[0]!.reason).toBeInstanceOf(EventStoreUnavailable);
    await store.append('omring-1', [anEvent('x'.repeat(3_000))], 'any');
    expect(await all(store)).toHaveLength(4);
  });

  it('takes an append that is heavier than a group by itself', async () => {
    store = await log.open({ maxGroup: 1_000 });
    await Promise.all([store.append('omring-1', [anEvent('x'.repeat(5_000))], 'any'), store.append('omring-2', [anEvent()], 'any')]);
    expect(await all(store)).toHaveLength(2);
  });

  it('refuses an append that is larger than an append may be', async () => {
    store = await log.open({ maxAppend: 1_000 });
    await expect(store.append('omring-1', [anEvent('x'.repeat(2_000))], 'any')).rejects.toThrow('split it');
  });

  it('keeps the order of streams and log when its index has to catch up again and again', async () => {
    store = await log.open({ recentPages: 100 });
    const writers = Array.from({ length: 40 }, async (_, writer) => {
      for (let turn = 0; turn < turns; turn += 1) await store.append(`omring-${writer}`, [anEvent(`${turn}`)], turn === 0 ? 'no-stream' : turn - 1);
    });
    await Promise.all([...writers, readWhileItGrows(store)]);
    for (let writer = 0; writer < 40; writer += 1) {
      const texts: unknown[] = [];
      for await (const batch of store.readStream(`omring-${writer}`)) texts.push(...batch.map(({ data }) => data['text']));
      expect(texts).toEqual(Array.from({ length: turns }, (_, turn) => `${turn}`));
    }
    await store.close();
    store = await log.open();
    expect((await store.append('omring-7', [anEvent()], turns - 1)).revision).toBe(turns);
  });
});

/** Reads a stream over and over: it never shrinks and never has a gap. */
const readWhileItGrows = async (store: EventStore): Promise<void> => {
  let count = 0;
  while (count < turns) {
    const revisions: number[] = [];
    for await (const batch of store.readStream('omring-3')) revisions.push(...batch.map(({ revision }) => revision));
    expect(revisions).toEqual(revisions.map((_, index) => index));
    expect(revisions.length).toBeGreaterThanOrEqual(count);
    count = revisions.length;
    await new Promise(setImmediate);
  }
};
