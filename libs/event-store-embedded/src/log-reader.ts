import type { RecordedEvent } from '@kring/event-store';
import { openForReading } from '@kring/sqlite';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { fromPage } from './from-page.ts';
import { countOf, type Page } from './log-file.ts';

/** A batch ends at this length of text too, so that no read holds up the event loop. */
const batchLength = 512 * 1024;

/** Reads the log on a connection of its own. A read ends before it answers: no snapshot is held while the caller works. */
export class LogReader {
  readonly #connection: DatabaseSync;
  readonly #ofLog: StatementSync;
  readonly #ofStream: StatementSync;
  readonly #last: StatementSync;

  constructor(file: string) {
    this.#connection = openForReading(file);
    const page = 'SELECT position, stream, revision, recorded, ids, events FROM page';
    this.#ofLog = this.#connection.prepare(`${page}
      WHERE position >= coalesce((SELECT max(position) FROM page WHERE position <= ?1), 0) ORDER BY position`);
    this.#ofStream = this.#connection.prepare(`${page}
      WHERE stream = ?1 AND revision >= coalesce((SELECT max(revision) FROM page WHERE stream = ?1 AND revision <= ?2), 0) ORDER BY revision`);
    this.#last = this.#connection.prepare('SELECT position, ids FROM page ORDER BY position DESC LIMIT 1');
  }

  /** The position of the last event, 0 when there is none. */
  head(): number {
    const last = this.#last.get() as Pick<Page, 'position' | 'ids'> | undefined;
    return last ? last.position + countOf(last) - 1 : 0;
  }

  /** The events from this position on, at most `limit`. */
  ofLog(from: number, limit: number): RecordedEvent[] {
    return take(this.#ofLog.iterate(from) as Iterable<unknown> as Iterable<Page>, limit, (page) => from - page.position);
  }

  /** The events of a stream from this revision on, at most `limit`. */
  ofStream(stream: string, from: number, limit: number): RecordedEvent[] {
    return take(this.#ofStream.iterate(stream, from) as Iterable<unknown> as Iterable<Page>, limit, (page) => from - page.revision);
  }

  close(): void {
    this.#connection.close();
  }
}

const take = (pages: Iterable<Page>, limit: number, skip: (page: Page) => number): RecordedEvent[] => {
  const events: RecordedEvent[] = [];
  let length = 0;
  for (const page of pages) {
    events.push(...fromPage(page, skip(page)));
    length += page.events.length;
    if (events.length >= limit || length >= batchLength) break;
  }
  return events.slice(0, limit);
};
