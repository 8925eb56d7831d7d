import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable, type NewEvent, type RecordedEvent } from '@kring/event-store';
import { Follower } from './testing/follower.ts';
import { aStoreOnADouble, aStream, anEvent, events, failureOf, idsOf, until, type Given } from './testing/given.ts';

let given: Given;

beforeEach(async () => {
  given = await aStoreOnADouble();
});

afterEach(() => given.end());

const appended = async (count: number, size = 1): Promise<NewEvent[]> => {
  const all: NewEvent[] = [];
  const stream = aStream();
  for (let turn = 0; turn < count; turn += 1) {
    const batch = events(size);
    await given.store.append(stream, batch, 'any');
    all.push(...batch);
  }
  return all;
};

describe('a subscription that breaks', () => {
  it.each(['error', 'end'] as const)('is taken up where it stood, without a hole or a double (%s)', async (how) => {
    const all = await appended(5, 20);
    const follower = new Follower(given.store, '', 7);
    await until(() => follower.events.length >= 30);
    given.double.dropFollowers(how);
    all.push(...(await appended(3, 5)));
    await until(() => follower.events.length >= 50);
    given.double.dropFollowers(how);
    await until(() => follower.events.length >= all.length);
    await follower.stop();
    expect(idsOf(follower.events)).toEqual(idsOf(all));
  });

  it('has caught up once, however often it breaks', async () => {
    await appended(2);
    const follower = new Follower(given.store);
    await until(() => follower.caughtUp === 1);
    for (let turn = 1; turn <= 3; turn += 1) {
      given.double.dropFollowers();
      const [event] = await appended(1);
      await until(() => follower.events.at(-1)?.id === event!.id);
    }
    await follower.stop();
    expect(follower.caughtUp).toBe(1);
  });

  it('comes back after the server was away', async () => {
    const all = await appended(2, 10);
    const follower = new Follower(given.store);
    await until(() => follower.caughtUp === 1);
    await given.double.goDown();
    await given.double.comeUp();
    all.push(...(await appended(2, 10)));
    await until(() => follower.events.length === all.length);
    await follower.stop();
    expect(idsOf(follower.events)).toEqual(idsOf(all));
  });

  it('waits for a server that is starting', async () => {
    const { failures } = given.double;
    failures.notReady = true;
    const follower = new Follower(given.store);
    await until(() => failures.refused >= 2);
    failures.notReady = false;
    await until(() => follower.caughtUp === 1);
    await follower.stop();
  });

  it('tells its reader when the server stays away', async () => {
    const store = await given.reopen({ timeOuts: { returnMs: 300 } });
    const follower = new Follower(store);
    await until(() => follower.caughtUp === 1);
    await given.double.goDown();
    expect(await failureOf(follower.ended)).toBeInstanceOf(EventStoreUnavailable);
  });

  it('is tried anew when the server does not confirm it', async () => {
    const store = await given.reopen({ timeOuts: { attemptMs: 200 } });
    given.double.failures.withholdConfirmations = true;
    const follower = new Follower(store);
    await until(() => given.double.followers === 1);
    given.double.failures.withholdConfirmations = false;
    await until(() => follower.caughtUp === 1);
    await follower.stop();
  });

  it('ends at once, without an error, when it is stopped during an outage', async () => {
    const follower = new Follower(given.store);
    await until(() => follower.caughtUp === 1);
    await given.double.goDown();
    await expect(follower.stop()).resolves.toBeUndefined();
  });
});

describe('events of the server itself', () => {
  it('are not handed over, but their position is, so that they are not read again', async () => {
    const [event] = await appended(1);
    const follower = new Follower(given.store);
    await until(() => follower.caughtUp === 1);
    given.double.log.addSystemEvents(1_000);
    await until(() => follower.position > follower.events[0]!.position);
    await follower.stop();
    expect(idsOf(follower.events)).toEqual([event!.id]);
    const later = new Follower(given.store, follower.position);
    await until(() => later.caughtUp === 1);
    await later.stop();
    expect(later.events).toEqual([]);
  });

  it('lie behind the head, which is the last event that is ours', async () => {
    const { position } = await given.store.append(aStream(), [anEvent()], 'any');
    given.double.log.addSystemEvents(3_000);
    expect(await given.store.head()).toBe(position);
    expect(await given.store.head()).toBe(position);
  });

  it('alone make no head', async () => {
    given.double.log.addSystemEvents(3_000);
    expect(await given.store.head()).toBe('');
  });

  it('are left out of a read of everything, and so is what others stored that is not JSON', async () => {
    const all = await appended(2);
    given.double.log.addSystemEvents(10);
    given.double.log.append('others-1', 'any', [{ id: anEvent().id, type: 'binary', json: false, data: Buffer.from([1, 2]), metadata: new Uint8Array() }]);
    all.push(...(await appended(2)));
    const read: RecordedEvent[] = [];
    for await (const batch of given.store.readAll({ after: '' })) read.push(...batch);
    expect(idsOf(read)).toEqual(idsOf(all));
  });
});

describe('a position that is handed over', () => {
  it('has every event up to it handed over before, also while the reader takes its time', async () => {
    const all: NewEvent[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      all.push(...(await appended(1, 40)));
      given.double.log.addSystemEvents(300);
    }
    const handed: RecordedEvent[] = [];
    const positions = new Map(given.double.log.events.map(({ id, position }) => [id, position]));
    for await (const batch of given.store.subscribe({ after: '', signal: new AbortController().signal, batchSize: 3 })) {
      handed.push(...batch.events);
      const upTo = BigInt(batch.position.split('-')[0]!);
      const due = all.filter(({ id }) => positions.get(id)! <= upTo);
      expect(handed.length).toBe(due.length);
      for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
      if (handed.length === all.length) break;
    }
    expect(idsOf(handed)).toEqual(idsOf(all));
  });

  it('is refused when it is of another store', async () => {
    expect(await failureOf(new Follower(given.store, '0000000000000012').ended)).toBeInstanceOf(TypeError);
  });
});
