import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable } from '@kring/event-store';
import { openEventStoreDb } from './index.ts';
import { aStoreOnADouble, aStream, anEvent, failureOf, impatient, readOf, until, type Given } from './testing/given.ts';

let given: Given;

beforeEach(async () => {
  given = await aStoreOnADouble();
});

afterEach(() => given.end());

describe('a server that is starting', () => {
  it('is waited for by an append, which is stored once', async () => {
    const { double, store } = given;
    const stream = aStream();
    double.failures.notReady = true;
    const appending = store.append(stream, [anEvent()], 'no-stream');
    await until(() => double.failures.refused >= 3);
    double.failures.notReady = false;
    expect((await appending).revision).toBe(0);
    expect(await readOf(store, stream)).toHaveLength(1);
  });

  it('is waited for by a read', async () => {
    const { double, store } = given;
    const stream = aStream();
    await store.append(stream, [anEvent()], 'no-stream');
    double.failures.notReady = true;
    const reading = readOf(store, stream);
    await until(() => double.failures.refused >= 3);
    double.failures.notReady = false;
    expect(await reading).toHaveLength(1);
  });

  it('is waited for when the store is opened', async () => {
    const { double } = given;
    await given.store.close();
    double.failures.notReady = true;
    const opening = given.reopen();
    await until(() => double.failures.refused >= 3);
    double.failures.notReady = false;
    expect(await (await opening).head()).toBe('');
  });

  it('is given up when it takes too long, with the news that nothing was stored', async () => {
    const store = await given.reopen({ timeOuts: { appendMs: 300 } });
    given.double.failures.notReady = true;
    const failure = await failureOf(store.append(aStream(), [anEvent()], 'no-stream'));
    expect(failure).toBeInstanceOf(EventStoreUnavailable);
    expect((failure as Error).message).toContain('Server Is Not Ready');
  });
});

describe('a server that is away', () => {
  it('is waited for by what is asked meanwhile', async () => {
    const { double, store } = given;
    const [one, other, another] = [aStream(), aStream(), aStream()];
    const { position } = await store.append(one, [anEvent()], 'no-stream');
    await double.goDown();
    const asked = Promise.all([store.append(other, [anEvent()], 'no-stream'), store.append(another, [anEvent()], 'any'), readOf(store, one), store.head()]);
    await double.comeUp();
    const [begun, followed, read, head] = await asked;
    expect([begun.revision, followed.revision]).toEqual([0, 0]);
    expect(read).toHaveLength(1);
    expect(head >= position).toBe(true);
  });

  it('makes each call tell that it is away when it stays so, and serves the next when it is back', async () => {
    const store = await given.reopen({ timeOuts: { appendMs: 300, readMs: 300 } });
    const stream = aStream();
    await store.append(stream, [anEvent()], 'no-stream');
    await given.double.goDown();
    // This one may have been on its way when the connection broke.
    await failureOf(store.append(stream, [anEvent()], 7));
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await failureOf(store.append(stream, [anEvent()], 0))).toBeInstanceOf(EventStoreUnavailable);
      expect(await failureOf(readOf(store, stream))).toBeInstanceOf(EventStoreUnavailable);
      expect(await failureOf(store.head())).toBeInstanceOf(EventStoreUnavailable);
    }
    await given.double.comeUp();
    expect((await store.append(stream, [anEvent()], 0)).revision).toBe(1);
    expect(await readOf(store, stream)).toHaveLength(2);
  });

  it('cannot be opened, and says where it was looked for without the password', async () => {
    const { port } = given.double;
    await given.store.close();
    await given.double.goDown();
    const connectionString = `esdb://admin:geheim@127.0.0.1:${port}?tls=false`;
    const failure = (await failureOf(openEventStoreDb({ connectionString, now: () => new Date(), timeOuts: { ...impatient, openMs: 300 } }))) as Error;
    expect(failure).toBeInstanceOf(EventStoreUnavailable);
    expect(failure.message).toContain(`esdb://127.0.0.1:${port}`);
    expect(failure.message).not.toContain('geheim');
  });

  it('does not keep the store from being closed', async () => {
    await given.double.goDown();
    await expect(given.store.close()).resolves.toBeUndefined();
  });
});

describe('a server whose features cannot be asked', () => {
  it('is asked anew: one failure does not spoil every append that follows', async () => {
    await given.store.close();
    given.double.failures.failFeatures = 1;
    const store = await given.reopen();
    expect((await store.append(aStream(), [anEvent()], 'no-stream')).revision).toBe(0);
    expect(given.double.failures.failFeatures).toBe(0);
  });
});

describe('an older server, which appends by another call', () => {
  it('takes and refuses the same', async () => {
    await given.store.close();
    given.double.failures.withoutBatchAppend = true;
    const store = await given.reopen();
    const stream = aStream();
    const event = anEvent();
    const first = await store.append(stream, [event], 'no-stream');
    expect(await store.append(stream, [event], 'no-stream')).toEqual(first);
    expect(await failureOf(store.append(stream, [anEvent()], 4))).toMatchObject({ name: 'WrongExpectedRevision', actual: 0, expected: 4 });
  });
});
