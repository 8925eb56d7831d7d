import type { Schema } from '@kring/sqlite';
import type { EventIds } from './event-ids.ts';

/**
 * The log is `page`, and it only ever grows at its end. A page is what one append adds to one stream, in pieces of a few
 * dozen events: one row, however many events. `position` and `revision` are those of its first event; the others follow
 * without a gap. `ids` holds the events' UUIDs, 16 bytes each. `events` holds three lines an event: type, data and
 * metadata, the latter two as JSON, so that any SQLite tool shows what is in the log. `sum` is the page's checksum.
 *
 * `page_of_stream` leads from a stream to its pages and is derived from the log. Streams lie all over it, so writing it
 * with each append would sync a page of the file per event; it follows behind, up to `indexed`, and the pages that it
 * does not hold yet are few enough to be known by heart (`RecentPages`).
 */
export const logSchema: Schema = {
  application: 0x4b52_4c47,
  version: 2,
  tables: `
    CREATE TABLE page (
      position INTEGER PRIMARY KEY,
      stream TEXT NOT NULL,
      revision INTEGER NOT NULL,
      recorded INTEGER NOT NULL,
      ids BLOB NOT NULL,
      events TEXT NOT NULL,
      sum INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE page_of_stream (
      stream TEXT NOT NULL,
      revision INTEGER NOT NULL,
      position INTEGER NOT NULL,
      ids BLOB NOT NULL,
      PRIMARY KEY (stream, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE indexed (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL) STRICT;
    INSERT INTO indexed (one, position) VALUES (1, 0)
  `,
};

export type Page = { readonly position: number; readonly stream: string; readonly revision: number; readonly recorded: number; readonly ids: EventIds; readonly events: string };

/** Where a page stands, and which events it holds. */
export type PageEntry = Pick<Page, 'position' | 'revision' | 'ids'>;

/** Both with SQLite's own number for a damaged file, since that is what it is. */
export const gapBefore = (position: number): Error => Object.assign(new Error(`the log has a gap before position ${position}`), { errcode: 11 });

export const damagedPage = (position: number): Error => Object.assign(new Error(`the page at position ${position} is not as it was written`), { errcode: 11 });

/** What the writing thread is started with. */
export type WriterOptions = { readonly file: string; readonly maxFileBytes?: number; readonly recentPages: number };

/** A piece of an append on its way to becoming a page. */
export type NewPage = readonly [ids: EventIds, events: string];

/** What passes between the threads are tuples: the names of fields would be written and read with each of them. */
export type AppendTask = readonly [stream: string, expected: 'any' | 'no-stream' | 'stream-exists' | number, recorded: number, pages: readonly NewPage[]];

/** Where the last event of the append stands; or where the stream stood instead. */
export type AppendOutcome = readonly [revision: number, position: number] | readonly [actual: number | 'no-stream'];

/** Where an event stands, in its stream and in the log. */
export type Standing = { readonly revision: number; readonly position: number };
