import { EventStoreUnavailable, type Appended, type EventStore, type ExpectedRevision, type FeedBatch, type NewEvent, type Position, type RecordedEvent } from '@kring/event-store';
import type { Log } from '@kring/platform';
import { Appender } from './appender.ts';
import { addressOf } from './connection-string.ts';
import { Connection } from './connection.ts';
import { follow } from './follow.ts';
import { checkedBatch, usualMaxAppendBytes, usualTimeOuts, type TimeOuts } from './limits.ts';
import { Deadline } from './patience.ts';
import { logPositionOf } from './position.ts';
import { Reader } from './reader.ts';
import { RecordingTimes } from './recorded-at.ts';
import { checkedStream } from './stored-event.ts';

export type EventStoreDbOptions = {
  /** `esdb://…` or `kurrentdb://…`, with everything that the server's own clients take. */
  readonly connectionString: string;
  readonly now: () => Date;
  readonly timeOuts?: Partial<TimeOuts>;
  /** The server's limit of one append, in bytes. Default 1 MiB, as the server's; a lower one is learnt from the server. */
  readonly maxAppendBytes?: number;
  readonly log?: Log;
};

/**
 * The event store on EventStoreDB 23.10 or later. Several may be opened in one process as long as they name the same server:
 * they share one client, and the time-outs of the first.
 *
 * @throws TypeError for a connection string that cannot be read, EventStoreUnavailable when the server does not answer in time.
 */
export const openEventStoreDb = async ({ connectionString, now, timeOuts, maxAppendBytes = usualMaxAppendBytes, log }: EventStoreDbOptions): Promise<EventStore> => {
  const connection = Connection.open(addressOf(connectionString), { ...usualTimeOuts, ...timeOuts });
  try {
    const reader = new Reader(connection);
    const times = new RecordingTimes(now);
    const last = await reader.last(new Deadline(connection.timeOuts.openMs));
    if (last) times.seen(last.recordedAt);
    return new EventStoreDb({ connection, reader, times, log }, new Appender({ connection, reader, times, maxAppendBytes }));
  } catch (error) {
    await connection.release();
    throw error;
  }
};

type Parts = { readonly connection: Connection; readonly reader: Reader; readonly times: RecordingTimes; readonly log?: Log };
type ReadOptions = { readonly after: Position; readonly batchSize?: number };

class EventStoreDb implements EventStore {
  readonly #closed = new AbortController();
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(private readonly parts: Parts, private readonly appender: Appender) {}

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    this.#mustBeOpen();
    const append = this.appender.append(stream, events, expected);
    this.#underWay.add(append);
    try {
      return await append;
    } finally {
      this.#underWay.delete(append);
    }
  }

  async *readStream(stream: string, options: { readonly from?: number; readonly batchSize?: number } = {}): AsyncGenerator<readonly RecordedEvent[]> {
    checkedStream(stream);
    const limit = checkedBatch(options.batchSize);
    for (let next: number | undefined = options.from ?? 0; next !== undefined; ) {
      this.#mustBeOpen();
      const page = await this.parts.reader.streamPage(stream, next, limit);
      if (page.events.length > 0) yield page.events;
      next = page.next;
    }
  }

  /** The client's own read of everything cannot leave out the server's events; a subscription can, and says when it is through. */
  async *readAll({ after, batchSize }: ReadOptions): AsyncGenerator<readonly RecordedEvent[]> {
    const through = new AbortController();
    for await (const batch of this.subscribe({ after, batchSize, signal: through.signal })) {
      if (batch.events.length > 0) yield batch.events;
      if (batch.caughtUp) return;
    }
  }

  async *subscribe({ after, signal, batchSize }: ReadOptions & { readonly signal: AbortSignal }): AsyncGenerator<FeedBatch> {
    this.#mustBeOpen();
    logPositionOf(after);
    yield* follow({ ...this.parts, after, signal, batchSize: checkedBatch(batchSize), closed: this.#closed.signal });
  }

  async head(): Promise<Position> {
    this.#mustBeOpen();
    return this.parts.reader.head();
  }

  /** What is under way is finished first; whoever follows hears that the store is closed. */
  close(): Promise<void> {
    this.#closing ??= (async () => {
      await Promise.allSettled(this.#underWay);
      this.#closed.abort(new EventStoreUnavailable('the event store is closed'));
      await this.parts.connection.release();
    })();
    return this.#closing;
  }

  #mustBeOpen(): void {
    if (this.#closing) throw new EventStoreUnavailable('the event store is closed');
  }
}
