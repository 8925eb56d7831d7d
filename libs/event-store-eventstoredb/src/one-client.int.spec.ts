import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable } from '@kring/event-store';
import { startEventStoreDouble } from '../../../test/servers/eventstoredb-double/index.ts';
import { openEventStoreDb } from './index.ts';
import { aStoreOnADouble, aStream, anEvent, failureOf, readOf, until, type Given } from './testing/given.ts';

let given: Given;
const now = () => new Date();

beforeEach(async () => {
  given = await aStoreOnADouble();
});

afterEach(() => given.end());

describe('the client, of which a process has one', () => {
  it('is shared by the stores that name the same server, until the last of them is closed', async () => {
    const { connectionString } = given.double;
    const other = await openEventStoreDb({ connectionString, now });
    const stream = aStream();
    await given.store.append(stream, [anEvent()], 'any');
    expect(await readOf(other, stream)).toHaveLength(1);
    await other.close();
    expect(await failureOf(readOf(other, stream))).toBeInstanceOf(EventStoreUnavailable);
    expect(await readOf(given.store, stream)).toHaveLength(1);
  });

  it('knows a server by its older and its newer name', async () => {
    const other = await openEventStoreDb({ connectionString: given.double.connectionString.replace('esdb:', 'kurrentdb:'), now });
    expect(await other.head()).toBe('');
    await other.close();
  });

  it('cannot be opened to a second server beside the first, but after it', async () => {
    const second = await startEventStoreDouble();
    const { connectionString } = second;
    const failure = (await failureOf(openEventStoreDb({ connectionString, now }))) as Error;
    expect(failure.message).toContain('one at a time');
    await given.store.close();
    const store = await openEventStoreDb({ connectionString, now });
    expect((await store.append(aStream(), [anEvent()], 'no-stream')).revision).toBe(0);
    await store.close();
    await second.stop();
  });

  it('has one stream of appends, also after it has lost its channel over a read', async () => {
    const { double, store } = given;
    const stream = aStream();
    await store.append(stream, [anEvent()], 'no-stream');
    double.failures.notReady = true;
    const reading = readOf(store, stream);
    await until(() => double.failures.refused >= 2);
    double.failures.notReady = false;
    await reading;
    await store.append(stream, [anEvent()], 0);
    await until(() => double.appendStreams === 1);
    expect((await store.append(stream, [anEvent()], 1)).revision).toBe(2);
    expect(double.appendStreams).toBe(1);
    // By itself, the client would keep the first stream beside the second for some ten seconds.
  }, 6_000);

  it('goes on with its appends while it changes', async () => {
    const { double, store } = given;
    const streams = Array.from({ length: 200 }, aStream);
    const appending = Promise.all(streams.map((stream) => store.append(stream, [anEvent()], 'no-stream')));
    double.failures.notReady = true;
    const reading = store.head();
    await until(() => double.failures.refused >= 2);
    double.failures.notReady = false;
    await reading;
    expect((await appending).every(({ revision }) => revision === 0)).toBe(true);
  });

  it('finds the leader by asking the cluster', async () => {
    await given.store.close();
    const store = await openEventStoreDb({ connectionString: `esdb+discover://127.0.0.1:${given.double.port}?tls=false`, now });
    expect((await store.append(aStream(), [anEvent()], 'no-stream')).revision).toBe(0);
    await store.close();
  });
});

describe('a connection string that the client cannot read', () => {
  it('is refused without being repeated', async () => {
    await given.store.close();
    const failure = (await failureOf(openEventStoreDb({ connectionString: 'esdb://admin:geheim@localhost:port?tls=false', now }))) as Error;
    expect(failure).toBeInstanceOf(TypeError);
    expect(failure.message).not.toContain('geheim');
  });
});
