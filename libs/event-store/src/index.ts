/**
 * Where an event stands in the log: opaque, ordered as a string, strictly rising. The empty string stands before the first event.
 */
export type Position = string;

export const beforeTheFirst: Position = '';

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** An event that is to be stored. `id` is a UUID; the store recognises a repeated append by it. */
export type NewEvent = {
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
};

/** A stored event. `data` and `metadata` may be parsed on first use; treat them as read-only. */
export type RecordedEvent = NewEvent & {
  readonly stream: string;
  /** 0 for the first event of a stream. */
  readonly revision: number;
  readonly position: Position;
  /** When the store took it: RFC 3339, UTC, milliseconds; never earlier than that of the event before it. */
  readonly recordedAt: string;
};

/** `any`: no check. `no-stream`: the stream must be empty. A number: the revision of its last event. */
export type ExpectedRevision = 'any' | 'no-stream' | 'stream-exists' | number;

/** `revision` and `position` are those of the last event of the append; of a repeated append, those of the first time. */
export type Appended = { readonly revision: number; readonly position: Position };

/** What a subscription hands over. `caughtUp` is true once, on the first batch (possibly empty) that reaches what was the head. */
export type FeedBatch = { readonly events: readonly RecordedEvent[]; readonly position: Position; readonly caughtUp: boolean };

/**
 * The system of record. Everything it answers is durable before the answer.
 *
 * - `append` is atomic per call. The same ids with the same expected revision succeed again with the first answer, also when
 *   the stream has grown since; a batch of which only a part is known is a `WrongExpectedRevision`. Appending nothing succeeds.
 *   Ids count within their stream: the same id in another stream is stored again. An id that is no UUID, or a stream or type
 *   that is not one line of text, is a `TypeError`.
 * - `readStream` of an absent stream yields nothing. `readAll` and `subscribe` are exclusive: they start after the position.
 *   Both readings end where the log ended when they got there.
 * - `subscribe` reads only as fast as it is consumed. It ends when its signal is aborted, without an error; it never ends by
 *   itself: when the store fails or is closed it throws, and is begun again after the last position that was worked off.
 * - Everything is handed over in batches of at most `batchSize` events (default 500), ordered by position.
 * - `close` lets what is under way be stored first; from then on everything fails with `EventStoreUnavailable`.
 */
export type EventStore = {
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;
  readStream(stream: string, options?: { readonly from?: number; readonly batchSize?: number }): AsyncIterable<readonly RecordedEvent[]>;
  readAll(options: { readonly after: Position; readonly batchSize?: number }): AsyncIterable<readonly RecordedEvent[]>;
  subscribe(options: { readonly after: Position; readonly signal: AbortSignal; readonly batchSize?: number }): AsyncIterable<FeedBatch>;
  head(): Promise<Position>;
  close(): Promise<void>;
};

/** The stream was not at the revision that the writer expected. Read it again, decide again. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly actual: number | 'no-stream';

  constructor(stream: string, expected: ExpectedRevision, actual: number | 'no-stream') {
    super(`stream ${stream} is at ${actual}, expected ${expected}`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** The store cannot take or give anything now; nothing of the call was stored. Try again later. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/** The store may or may not have taken the append. Repeat it with the same ids and the same expected revision. */
export class AppendOutcomeUnknown extends Error {
  override readonly name = 'AppendOutcomeUnknown';
}
