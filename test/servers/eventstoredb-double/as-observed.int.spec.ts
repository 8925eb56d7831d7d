import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANY, EventStoreDBClient, NO_STREAM, eventTypeFilter, excludeSystemEvents, type Position } from '@eventstore/db-client';
import { findEventStore } from '../eventstoredb.ts';
import { startEventStoreDouble, type EventStoreDouble } from './index.ts';
import { aStream, anEvent, emittedBy, failureOf, several } from './observing.ts';

const idsIn = async (client: EventStoreDBClient, stream: string): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { event } of client.readStream(stream)) if (event) ids.push(event.id);
  return ids;
};

/** What was seen of EventStoreDB 23.10.6 through its client; the double must do the same, and so must the server still. */
const observations = (connection: () => string): void => {
  let client: EventStoreDBClient;
  beforeAll(() => {
    client = EventStoreDBClient.connectionString(connection());
  });
  afterAll(() => client.dispose());

  it.each([ANY, NO_STREAM] as const)('a repeated append succeeds with its first answer, also after later events (%s)', async (expectedRevision) => {
    const stream = aStream();
    const batch = several(2);
    const first = await client.appendToStream(stream, batch, { expectedRevision });
    await client.appendToStream(stream, anEvent());
    expect(await client.appendToStream(stream, batch, { expectedRevision })).toEqual(first);
    expect(await idsIn(client, stream)).toHaveLength(3);
  });

  it('a batch that is only partly new is a wrong expected version, which comes without words', async () => {
    const stream = aStream();
    const batch = several(3);
    await client.appendToStream(stream, batch.slice(0, 2), { expectedRevision: NO_STREAM });
    const failure = await failureOf(client.appendToStream(stream, batch, { expectedRevision: NO_STREAM }));
    expect(failure).toMatchObject({ type: 'wrong-expected-version', message: '', name: 'Error', actualVersion: 1n });
    expect(await failureOf(client.appendToStream(stream, batch, { expectedRevision: ANY }))).toMatchObject({ type: 'wrong-expected-version' });
  });

  it('a batch that begins with what is new is stored, although the rest is known', async () => {
    const stream = aStream();
    const known = anEvent();
    await client.appendToStream(stream, known);
    await client.appendToStream(stream, [anEvent(), known], { expectedRevision: ANY });
    expect((await idsIn(client, stream)).filter((id) => id === known.id)).toHaveLength(2);
  });

  it('the same id is stored again in another stream, and twice when it comes twice in a batch', async () => {
    const [one, other, event] = [aStream(), aStream(), anEvent()];
    await client.appendToStream(one, event);
    await client.appendToStream(other, [event, event], { expectedRevision: NO_STREAM });
    expect(await idsIn(client, other)).toEqual([event.id, event.id]);
  });

  it('appending nothing succeeds', async () => {
    expect((await client.appendToStream(aStream(), [])).success).toBe(true);
  });

  it('the events of a stream come with their position, the one that the append answered', async () => {
    const stream = aStream();
    const { position } = await client.appendToStream(stream, several(3));
    const positions: (Position | undefined)[] = [];
    for await (const { event } of client.readStream(stream)) positions.push(event?.position);
    expect(positions.at(-1)).toEqual(position);
  });

  it('a stream is empty past its end, and not found where it is absent', async () => {
    const stream = aStream();
    await client.appendToStream(stream, anEvent());
    const past: unknown[] = [];
    for await (const event of client.readStream(stream, { fromRevision: 7n })) past.push(event);
    expect(past).toEqual([]);
    expect(await failureOf(idsIn(client, aStream()))).toMatchObject({ type: 'stream-not-found' });
  });

  it('a read of everything begins with the position that is given, a subscription behind it', async () => {
    const stream = aStream();
    const first = await client.appendToStream(stream, anEvent());
    const event = anEvent();
    await client.appendToStream(stream, event);
    const read: (string | undefined)[] = [];
    for await (const { event: one } of client.readAll({ fromPosition: first.position!, maxCount: 1 })) read.push(one?.streamId);
    expect(read).toEqual([stream]);
    const subscription = client.subscribeToAll({ fromPosition: first.position!, filter: excludeSystemEvents() });
    const [next] = await new Promise<string[]>((resolve) => subscription.on('data', (one) => resolve([one.event!.id])));
    await subscription.unsubscribe();
    expect(next).toBe(event.id);
  });

  it('a subscription confirms, hands over history, catches up once and goes on live', async () => {
    const stream = aStream();
    const { position } = await client.appendToStream(stream, anEvent());
    await client.appendToStream(stream, several(3));
    const subscription = client.subscribeToAll({ fromPosition: position!, filter: excludeSystemEvents() });
    subscription.once('caughtUp', () => void client.appendToStream(stream, several(2)));
    const names = await emittedBy(subscription, (so) => so.filter((name) => name === 'event').length === 5);
    await subscription.unsubscribe();
    expect(names).toEqual(['confirmation', 'event', 'event', 'event', 'caughtUp', 'event', 'event']);
  });

  it('a subscription catches up with an empty range as well', async () => {
    const { position } = await client.appendToStream(aStream(), anEvent());
    const subscription = client.subscribeToAll({ fromPosition: position!, filter: excludeSystemEvents() });
    expect(await emittedBy(subscription, (names) => names.includes('caughtUp'))).toEqual(['confirmation', 'caughtUp']);
    await subscription.unsubscribe();
  });

  it('checkpoints pass what was filtered out', async () => {
    const { position } = await client.appendToStream(aStream(), anEvent());
    await client.appendToStream(aStream(), several(200));
    const { promise, resolve } = Promise.withResolvers<Position>();
    const filter = eventTypeFilter({ regex: '^nothing-is-called-so$', checkpointReached: (_, at) => resolve(at) });
    const subscription = client.subscribeToAll({ fromPosition: position!, filter });
    const reached = await promise;
    await subscription.unsubscribe();
    expect(reached.commit > position!.commit).toBe(true);
  });

  it('an append above the limit is refused with the limit', async () => {
    const failure = await failureOf(client.appendToStream(aStream(), Array.from({ length: 3 }, () => anEvent('x'.repeat(600_000)))));
    expect(failure).toMatchObject({ type: 'maximum-append-size-exceeded', message: '' });
    expect(failure.maxAppendSize).toBeGreaterThan(0);
  });
};

describe('the double behaves as the server was seen to', () => {
  let double: EventStoreDouble;
  beforeAll(async () => {
    double = await startEventStoreDouble();
  });
  afterAll(() => double.stop());

  observations(() => double.connectionString);
});

describe('a real server still behaves as it was seen to', () => {
  const url = findEventStore();
  if (url) observations(() => url);
  else it.skip('is skipped: KRING_TEST_EVENTSTORE_URL names none', () => undefined);
});
