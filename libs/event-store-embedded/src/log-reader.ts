import { EventStoreUnavailable, type RecordedEvent } from '@kring/event-store';
import { describeFault, faultOf, openForReading } from '@kring/sqlite';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { countOf } from './event-ids.ts';
import { fromPage } from './from-page.ts';
import { gapBefore, type Page } from './log-file.ts';
import { pageColumns, sound, type StoredPage } from './sound-page.ts';
import { RecentPages } from './recent-pages.ts';
import { StreamIndex } from './stream-index.ts';

/** A batch ends at this length of text too, so that no read holds up the event loop. */
const batchLength = 512 * 1024;

/** `atEnd`: there was nothing behind these events when they were read. */
export type ReadBatch = { readonly events: RecordedEvent[]; readonly atEnd: boolean };

/** Reads the log on a connection of its own. A read ends before it answers: no snapshot is held while the caller works. */
export class LogReader {
  readonly #connection: DatabaseSync;
  readonly #recent: RecentPages;
  readonly #index: StreamIndex;
  readonly #ofLog: StatementSync;
  readonly #page: StatementSync;
  readonly #last: StatementSync;

  constructor(file: string) {
    this.#connection = openForReading(file);
    this.#recent = new RecentPages(this.#connection);
    this.#index = new StreamIndex(this.#connection, this.#recent);
    const page = `SELECT ${pageColumns} FROM page`;
    this.#ofLog = this.#connection.prepare(`${page} WHERE position >= coalesce((SELECT max(position) FROM page WHERE position <= ?), 0) ORDER BY position`);
    this.#page = this.#connection.prepare(`${page} WHERE position = ?`);
    this.#last = this.#connection.prepare('SELECT position + length(ids) / 16 - 1 AS head FROM page ORDER BY position DESC LIMIT 1');
  }

  /** The position of the last event, 0 when there is none. */
  head(): number {
    return guarded(() => (this.#last.get() as { head: number } | undefined)?.head ?? 0);
  }

  /** The events from this position on, at most `limit`. */
  ofLog(from: number, limit: number): ReadBatch {
    return guarded(() => take(withoutGap(this.#ofLog.iterate(from) as Iterable<unknown> as Iterable<StoredPage>), limit, (page) => from - page.position));
  }

  /** The events of a stream from this revision on, at most `limit`. */
  ofStream(stream: string, from: number, limit: number): ReadBatch {
    return guarded(() => {
      this.#recent.refresh();
      return take(this.#pagesOfStream(stream, from), limit, (page) => from - page.revision);
    });
  }

  close(): void {
    this.#connection.close();
  }

  *#pagesOfStream(stream: string, from: number): Generator<Page> {
    for (const { position } of this.#index.pagesFrom(stream, from)) yield sound(this.#page.get(position) as StoredPage | undefined, position);
  }
}

const guarded = <Answer>(read: () => Answer): Answer => {
  try {
    return read();
  } catch (error) {
    throw new EventStoreUnavailable(`the log cannot be read: ${describeFault(faultOf(error))}`);
  }
};

/** A page that is missing must not look like a log without it. */
function* withoutGap(pages: Iterable<StoredPage>): Generator<Page> {
  let next: number | undefined;
  for (const page of pages) {
    if (next !== undefined && page.position !== next) throw gapBefore(page.position);
    next = page.position + countOf(page);
    yield sound(page, page.position);
  }
}

const take = (pages: Iterable<Page>, limit: number, skip: (page: Page) => number): ReadBatch => {
  const events: RecordedEvent[] = [];
  let length = 0;
  for (const page of pages) {
    if (events.length >= limit || length >= batchLength) return { events: events.slice(0, limit), atEnd: false };
    events.push(...fromPage(page, skip(page)));
    length += page.events.length;
  }
  return { events: events.slice(0, limit), atEnd: events.length <= limit };
};
