import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RecentPages } from './recent-pages.ts';

/** So many entries are written between two groups of appends, which takes some milliseconds. */
const sliceEntries = 512;

/**
 * Brings the index of streams up to date, in slices between the groups of appends and in the order of the index, so that
 * entries of one stream or of neighbours are written together. A crash halfway is no harm: the slices are written again.
 */
export class StreamIndexer {
  readonly #connection: DatabaseSync;
  readonly #recent: RecentPages;
  readonly #insert: StatementSync;
  readonly #reach: StatementSync;
  readonly #limit: number;
  #streams: string[] = [];
  #goal = 0;

  /** `limit`: how many pages may be missing from the index before it follows. */
  constructor(connection: DatabaseSync, recent: RecentPages, limit: number) {
    this.#limit = limit;
    this.#connection = connection;
    this.#recent = recent;
    this.#insert = connection.prepare('INSERT INTO page_of_stream (stream, revision, position, ids) VALUES (?, ?, ?, unhex(?)) ON CONFLICT DO NOTHING');
    this.#reach = connection.prepare('UPDATE indexed SET position = ?');
  }

  /** A slice, when one is due. It needs no sync of its own: that of the next append covers it, and a loss is made good. */
  continue(): void {
    if (this.#goal === 0) {
      if (this.#recent.count < this.#limit) return;
      this.#goal = this.#recent.seen;
      this.#streams = this.#recent.streams().sort().reverse();
    }
    this.#connection.exec('PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE');
    try {
      this.#slice();
      this.#connection.exec('COMMIT');
    } catch {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      this.#goal = 0;
    } finally {
      this.#connection.exec('PRAGMA synchronous = FULL');
    }
    this.#recent.refresh();
  }

  #slice(): void {
    let written = 0;
    while (written < sliceEntries) {
      const stream = this.#streams.pop();
      if (stream === undefined) {
        this.#reach.run(this.#goal);
        this.#goal = 0;
        return;
      }
      for (const { position, revision, ids } of this.#recent.of(stream)) {
        if (position > this.#goal) break;
        this.#insert.run(stream, revision, position, ids);
        written += 1;
      }
    }
  }
}
