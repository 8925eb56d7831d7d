import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, excludeSystemEvents } from '@eventstore/db-client';
import { startEventStoreDouble, type EventStoreDouble } from './index.ts';
import { aStream, anEvent, emittedBy, failureOf } from './observing.ts';

describe('the double fails as the server was seen to', () => {
  let double: EventStoreDouble;
  let client: EventStoreDBClient;
  beforeAll(async () => {
    double = await startEventStoreDouble();
    client = EventStoreDBClient.connectionString(double.connectionString);
  });
  afterAll(async () => {
    await client.dispose();
    await double.stop();
  });

  it('while it starts it says so, in words that the client does not recognise', async () => {
    double.failures.notReady = true;
    const failure = await failureOf(client.appendToStream(aStream(), anEvent()));
    double.failures.notReady = false;
    expect(failure).toMatchObject({ type: 'unknown' });
    expect(failure.message).toContain('Server Is Not Ready');
  });

  it('a subscription that it drops emits one error, no end and no close, and stays dead', async () => {
    const subscription = client.subscribeToAll({ filter: excludeSystemEvents() });
    const names: string[] = [];
    const emitted = emittedBy(subscription, (so) => {
      if (so.includes('caughtUp') && !so.includes('error')) double.dropFollowers();
      names.splice(0, names.length, ...so);
      return so.includes('error');
    });
    await emitted;
    await client.appendToStream(aStream(), anEvent());
    expect(names.slice(-2)).toEqual(['caughtUp', 'error']);
    expect(double.followers).toBe(0);
  });

  it('down, it makes the first call fail as unavailable and later appends with a bare error of gRPC', async () => {
    await client.appendToStream(aStream(), anEvent());
    await double.goDown();
    expect(await failureOf(client.appendToStream(aStream(), anEvent()))).toMatchObject({ code: 14 });
    const later = await failureOf(client.appendToStream(aStream(), anEvent()));
    expect(later).toMatchObject({ code: 14 });
    expect(later.type).toBeUndefined();
    await double.comeUp();
  });
});
