import { AppendOutcomeUnknown, EventStoreUnavailable, WrongExpectedRevision } from '@kring/event-store';
import type { Appended, EventStore, ExpectedRevision, FeedBatch, NewEvent, Position, RecordedEvent } from '@kring/event-store';
import { GroupWriter, siblingThread, WriteFailed } from '@kring/sqlite';
import type { AppendOutcome, AppendTask, WriterOptions } from './log-file.ts';
import { LogReader } from './log-reader.ts';
import { positionOf } from './position.ts';
import { batches, follow, Growth, startOf } from './subscription.ts';
import { checkedName, toPages, weightOf } from './to-pages.ts';

export type EmbeddedEventStoreOptions = {
  /** The log; `<file>-wal`, `<file>-shm` and `<file>.lock` lie beside it. Its folder is made when it is not there. */
  readonly file: string;
  readonly now: () => Date;
  /** What may wait to be written, in characters of JSON; beyond it an append is refused. Default 64 Mi. */
  readonly maxWaiting?: number;
  /** What is written in one transaction, in characters of JSON. Default 4 Mi. */
  readonly maxGroup?: number;
  /** What one append may hold, in characters of JSON. Default 16 Mi. */
  readonly maxAppend?: number;
  /** The size the file may have; by default the disk decides. */
  readonly maxFileBytes?: number;
  /**
   * How many appends the index of streams may be behind. They are kept in memory, some 200 bytes each; the more there
   * are, the more of them share a page of the index, and the longer the start takes. Default 16,384.
   */
  readonly recentPages?: number;
};

const mebi = 1024 * 1024;
const defaultBatch = 500;
const largestBatch = 5_000;

/** The event store in one SQLite file. @throws DatabaseUnusable when the file is in use, damaged or not ours. */
export const openEmbeddedEventStore = async (options: EmbeddedEventStoreOptions): Promise<EventStore> => {
  const { file, maxFileBytes, recentPages = 16_384, maxWaiting = 64 * mebi, maxGroup = 4 * mebi } = options;
  const threadOptions: WriterOptions = { file, maxFileBytes, recentPages };
  const thread = siblingThread(import.meta.url, 'writer.thread', threadOptions);
  const writer = await GroupWriter.over<AppendTask, AppendOutcome>(thread, { maxWaiting, maxGroup });
  return new EmbeddedEventStore(writer, new LogReader(file), options);
};

class EmbeddedEventStore implements EventStore {
  readonly #growth = new Growth();
  readonly #writer: GroupWriter<AppendTask, AppendOutcome>;
  readonly #now: () => Date;
  readonly #maxAppend: number;
  #reader: LogReader | undefined;

  constructor(writer: GroupWriter<AppendTask, AppendOutcome>, reader: LogReader, { now, maxAppend = 16 * mebi }: EmbeddedEventStoreOptions) {
    this.#writer = writer;
    this.#reader = reader;
    this.#now = now;
    this.#maxAppend = maxAppend;
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    checkedName('name of a stream', stream);
    const pages = toPages(events);
    const weight = weightOf(pages);
    if (weight > this.#maxAppend) throw new RangeError(`an append may hold ${this.#maxAppend} characters, this one holds ${weight}: split it`);
    const outcome = await this.#writer.submit([stream, expected, this.#now().getTime(), pages], weight).catch(refuse);
    if (outcome.length === 1) throw new WrongExpectedRevision(stream, expected, outcome[0]);
    this.#growth.announce();
    const [revision, position] = outcome;
    return { revision, position: positionOf(position) };
  }

  async *readStream(stream: string, options: { readonly from?: number; readonly batchSize?: number } = {}): AsyncGenerator<readonly RecordedEvent[]> {
    const limit = checkedBatch(options.batchSize);
    let next = options.from ?? 0;
    yield* batches(() => {
      const batch = this.#open().ofStream(stream, next, limit);
      next += batch.events.length;
      return batch;
    });
  }

  async *readAll(options: { readonly after: Position; readonly batchSize?: number }): AsyncGenerator<readonly RecordedEvent[]> {
    const limit = checkedBatch(options.batchSize);
    let last = startOf(options.after, this.#open());
    yield* batches(() => {
      const batch = this.#open().ofLog(last + 1, limit);
      last += batch.events.length;
      return batch;
    });
  }

  subscribe(options: { readonly after: Position; readonly signal: AbortSignal; readonly batchSize?: number }): AsyncIterable<FeedBatch> {
    const { after, signal } = options;
    return follow({ reader: () => this.#open(), growth: this.#growth, after, signal, batchSize: checkedBatch(options.batchSize) });
  }

  async head(): Promise<Position> {
    return positionOf(this.#open().head());
  }

  async close(): Promise<void> {
    this.#reader?.close();
    this.#reader = undefined;
    // Whoever still follows the log wakes to a closed store, which is an error and not the end of the log.
    this.#growth.announce();
    await this.#writer.close();
  }

  #open(): LogReader {
    if (!this.#reader) throw new EventStoreUnavailable('the event store is closed');
    return this.#reader;
  }
}

const checkedBatch = (size = defaultBatch): number => {
  if (!Number.isInteger(size) || size < 1 || size > largestBatch) throw new RangeError(`a batch holds 1 to ${largestBatch} events`);
  return size;
};

const refuse = (error: unknown): never => {
  if (!(error instanceof WriteFailed)) throw error;
  if (error.fault.kind === 'unsure') throw new AppendOutcomeUnknown(error.message);
  throw new EventStoreUnavailable(error.message);
};
