import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EventStore, FeedBatch, JsonObject, NewEvent, Position, RecordedEvent } from '../index.ts';

export type OpenedEventStore = {
  readonly store: EventStore;
  /** Closes the store and opens it again on the same events. */
  reopen(): Promise<EventStore>;
  /** Closes the store, if it is open, and removes its events. */
  destroy(): Promise<void>;
};

export type OpenEventStore = () => Promise<OpenedEventStore>;

/** One store for the cases of a file; each case uses streams of its own. */
export const shared = (open: OpenEventStore): (() => EventStore) => {
  let opened: OpenedEventStore | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.destroy());
  return () => opened!.store;
};

export const aStream = (): string => `omring-${randomUUID()}`;

export const anEvent = (data: JsonObject = { visitId: 'v-1' }, metadata: JsonObject = { partner: 'omring' }): NewEvent => ({
  id: randomUUID(),
  type: 'nl.kring.visits.planned.v1',
  data,
  metadata,
});

export const events = (count: number): NewEvent[] => Array.from({ length: count }, (_, index) => anEvent({ index }));

export const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

export const allOf = async (batches: AsyncIterable<readonly RecordedEvent[]>): Promise<RecordedEvent[]> => (await batchesOf(batches)).flat();

export const batchesOf = async (batches: AsyncIterable<readonly RecordedEvent[]>): Promise<(readonly RecordedEvent[])[]> => {
  const read: (readonly RecordedEvent[])[] = [];
  for await (const batch of batches) read.push(batch);
  return read;
};

/** Follows the log until `enough` of what has come so far. */
export const follow = async (store: EventStore, after: Position, enough: (batches: readonly FeedBatch[]) => boolean, batchSize?: number): Promise<FeedBatch[]> => {
  const stop = new AbortController();
  const came: FeedBatch[] = [];
  for await (const batch of store.subscribe({ after, signal: stop.signal, batchSize })) {
    came.push(batch);
    if (enough(came)) stop.abort();
  }
  return came;
};

export const caughtUp = (batches: readonly FeedBatch[]): boolean => batches.some((batch) => batch.caughtUp);

export const eventsOf = (batches: readonly FeedBatch[]): RecordedEvent[] => batches.flatMap((batch) => batch.events);

export const has =
  (count: number) =>
  (batches: readonly FeedBatch[]): boolean =>
    eventsOf(batches).length >= count;

/** What an append that must fail fails with. */
export const refusal = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
};
