import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { EventStore, JsonObject, NewEvent, RecordedEvent } from '@kring/event-store';
import { startEventStoreDouble, type DoubleOptions, type EventStoreDouble } from '../../../../test/servers/eventstoredb-double/index.ts';
import { openEventStoreDb, type EventStoreDbOptions, type TimeOuts } from '../index.ts';

/** For a machine that does much else. */
jest.setTimeout(30_000);

/** Short enough to fail within a test, long enough for a machine that is busy. */
export const impatient: Partial<TimeOuts> = { openMs: 5_000, appendMs: 5_000, attemptMs: 1_000, readMs: 5_000, returnMs: 5_000, stuckMs: 60_000, closeMs: 1_000 };

export type Given = {
  readonly double: EventStoreDouble;
  readonly store: EventStore;
  /** Closes the store and opens it with other options. */
  reopen(options?: Partial<EventStoreDbOptions>): Promise<EventStore>;
  end(): Promise<void>;
};

/** A double and a store on it. */
export const aStoreOnADouble = async (options: Partial<EventStoreDbOptions> = {}, doubled: DoubleOptions = {}): Promise<Given> => {
  const double = await startEventStoreDouble(doubled);
  const open = (more: Partial<EventStoreDbOptions>) =>
    openEventStoreDb({ connectionString: double.connectionString, now: () => new Date(), ...more, timeOuts: { ...impatient, ...more.timeOuts } });
  let store = await open(options);
  return {
    double,
    get store() {
      return store;
    },
    reopen: async (more = {}) => {
      await store.close();
      store = await open({ ...options, ...more });
      return store;
    },
    end: async () => {
      double.failures.thaw();
      await store.close();
      await double.stop();
    },
  };
};

export const aStream = (): string => `omring-${randomUUID()}`;

export const anEvent = (data: JsonObject = {}): NewEvent => ({ id: randomUUID(), type: 'nl.kring.visits.planned.v1', data, metadata: { partner: 'omring' } });

export const events = (count: number, data: JsonObject = {}): NewEvent[] => Array.from({ length: count }, () => anEvent(data));

export const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

export const readOf = async (store: EventStore, stream: string): Promise<RecordedEvent[]> => {
  const read: RecordedEvent[] = [];
  for await (const batch of store.readStream(stream)) read.push(...batch);
  return read;
};

/** Waits until it is so; the test's own time-out ends it when it never is. */
export const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};

/** What an attempt that must fail fails with. */
export const failureOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => {
      throw new Error('nothing failed');
    },
    (error: unknown) => error,
  );
