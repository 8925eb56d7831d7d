import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Follower } from './testing/follower.ts';
import { aStoreOnADouble, aStream, anEvent, events, until, type Given } from './testing/given.ts';

let given: Given;

beforeEach(async () => {
  given = await aStoreOnADouble();
});

afterEach(() => given.end());

describe('a reader that takes its time', () => {
  it('does not have the whole log sent to it', async () => {
    for (let turn = 0; turn < 8; turn += 1) await given.store.append(aStream(), events(500), 'any');
    const sent = given.double.eventsSent;
    const slow = given.store.subscribe({ after: '', signal: new AbortController().signal, batchSize: 10 })[Symbol.asyncIterator]();
    await slow.next();
    for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate);
    expect(given.double.eventsSent - sent).toBeLessThan(2_000);
    await slow.return?.();
  });
});

describe('times of recording', () => {
  it('do not go back for a follower when two processes wrote by clocks of their own', async () => {
    const stream = aStream();
    await given.store.append(stream, [anEvent()], 'any');
    const early = '2001-01-01T00:00:00.000Z';
    given.double.log.append(stream, 'any', [{ id: anEvent().id, type: 'x', json: true, data: Buffer.from('{}'), metadata: Buffer.from(JSON.stringify({ $recordedAt: early })) }]);
    const follower = new Follower(given.store);
    await until(() => follower.events.length === 2);
    await follower.stop();
    expect(follower.events[1]!.recordedAt).toBe(follower.events[0]!.recordedAt);
  });

  it('do not go back when the clock does, and not when it starts anew', async () => {
    let now = new Date('2026-03-02T10:00:00.000Z');
    let store = await given.reopen({ now: () => now });
    const stream = aStream();
    await store.append(stream, [anEvent()], 'any');
    now = new Date('2026-03-02T09:00:00.000Z');
    await store.append(stream, [anEvent()], 'any');
    store = await given.reopen({ now: () => now });
    await store.append(stream, [anEvent()], 'any');
    const times: string[] = [];
    for await (const batch of store.readStream(stream)) times.push(...batch.map(({ recordedAt }) => recordedAt));
    expect(times).toEqual(Array(3).fill('2026-03-02T10:00:00.000Z'));
  });
});
