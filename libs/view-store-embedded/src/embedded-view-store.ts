import { GroupWriter, siblingThread, WriteFailed } from '@kring/sqlite';
import { ProjectionFenced, ViewStoreUnavailable } from '@kring/view-store';
import type { Claim, FoundRow, Position, ViewCommit, ViewQuery, ViewRow, ViewStore } from '@kring/view-store';
import type { Put, ViewOutcome, ViewTask } from './view-file.ts';
import { ViewReader } from './view-reader.ts';

export type EmbeddedViewStoreOptions = {
  readonly file: string;
  /** What may wait to be written, in bytes; beyond it a commit is refused. Default 64 Mi. */
  readonly maxWaiting?: number;
  /** What is written in one transaction, in bytes. Default 8 Mi. */
  readonly maxGroup?: number;
  /** The size the file may have; by default the disk decides. */
  readonly maxFileBytes?: number;
};

const mebi = 1024 * 1024;
const maxTerms = 64;
const defaultLimit = 100;
const largestLimit = 1_000;
const largestLimitWithPrefix = 10_000;

/**
 * The view store in one SQLite file. A commit survives the end of the process; a power cut may take the last commits of
 * every projection together with their checkpoints, and the feed brings them again.
 *
 * @throws DatabaseUnusable when the file is in use, damaged or not ours.
 */
export const openEmbeddedViewStore = async (options: EmbeddedViewStoreOptions): Promise<ViewStore> => {
  const { file, maxFileBytes, maxWaiting = 64 * mebi, maxGroup = 8 * mebi } = options;
  const thread = siblingThread(import.meta.url, 'writer.thread', { file, maxFileBytes });
  const writer = await GroupWriter.over<ViewTask, ViewOutcome>(thread, { maxWaiting, maxGroup });
  return new EmbeddedViewStore(writer, new ViewReader(file));
};

class EmbeddedViewStore implements ViewStore {
  readonly #writer: GroupWriter<ViewTask, ViewOutcome>;
  #reader: ViewReader | undefined;

  constructor(writer: GroupWriter<ViewTask, ViewOutcome>, reader: ViewReader) {
    this.#writer = writer;
    this.#reader = reader;
  }

  async claim(projection: string): Promise<Claim> {
    return (await this.#submit({ claim: projection }, projection.length)) as Claim;
  }

  async commit({ projection, epoch, position, puts, deletes }: ViewCommit): Promise<void> {
    const rows = puts.map(toPut);
    const weight = rows.reduce((sum, row) => sum + row.value.byteLength + row.key.length, deletes.length + 1);
    const outcome = await this.#submit({ projection, epoch, position, puts: rows, deletes }, weight);
    if ('fenced' in outcome) throw new ProjectionFenced(projection, epoch);
  }

  async get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    const reader = this.#open();
    return keys.map((key) => reader.get(collection, key));
  }

  async find(collection: string, query: ViewQuery): Promise<readonly FoundRow[]> {
    const { limit = defaultLimit, prefix, terms = [] } = query;
    const largest = prefix ? largestLimitWithPrefix : largestLimit;
    if (!Number.isInteger(limit) || limit < 1 || limit > largest) throw new RangeError(`a query asks for 1 to ${largest} rows`);
    if (terms.length > maxTerms) throw new RangeError(`a query has at most ${maxTerms} terms`);
    return this.#open().find(collection, query, limit);
  }

  async checkpoint(projection: string): Promise<Position> {
    return this.#open().checkpoint(projection);
  }

  async close(): Promise<void> {
    this.#reader?.close();
    this.#reader = undefined;
    await this.#writer.close();
  }

  async #submit(task: ViewTask, weight: number): Promise<ViewOutcome> {
    try {
      return await this.#writer.submit(task, weight);
    } catch (error) {
      throw error instanceof WriteFailed ? new ViewStoreUnavailable(error.message) : error;
    }
  }

  #open(): ViewReader {
    if (!this.#reader) throw new Error('the view store is closed');
    return this.#reader;
  }
}

const toPut = ({ collection, key, value, terms = [] }: ViewRow): Put => {
  if (terms.length > maxTerms) throw new RangeError(`a row has at most ${maxTerms} terms`);
  // A copy: the caller may use its bytes again, and a buffer would take the whole pool that it lies in to the other thread.
  return { collection, key, value: new Uint8Array(value), terms };
};
