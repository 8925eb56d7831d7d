import type { Schema } from '@kring/sqlite';

/**
 * A page is what one append adds to one stream, in pieces of a few dozen events: one row, one index entry, however many
 * events. `position` and `revision` are those of its first event; the others follow without a gap.
 *
 * `ids` holds the events' UUIDs, 16 bytes each, and lies in the index as well, so that a repeated append is recognised
 * without reading an event. `events` holds three lines an event: type, data and metadata, the latter two as JSON.
 */
export const logSchema: Schema = {
  application: 0x4b52_4c47,
  version: 1,
  tables: `
    CREATE TABLE page (
      position INTEGER PRIMARY KEY,
      stream TEXT NOT NULL,
      revision INTEGER NOT NULL,
      recorded INTEGER NOT NULL,
      ids BLOB NOT NULL,
      events TEXT NOT NULL
    ) STRICT;
    CREATE INDEX page_of_stream ON page (stream, revision, ids)
  `,
};

export const idBytes = 16;

export type Page = { readonly position: number; readonly stream: string; readonly revision: number; readonly recorded: number; readonly ids: Uint8Array; readonly events: string };

/** A piece of an append on its way to becoming a page. */
export type NewPage = { readonly ids: Uint8Array; readonly events: string };

export type AppendTask = { readonly stream: string; readonly expected: 'any' | 'no-stream' | 'stream-exists' | number; readonly recorded: number; readonly pages: readonly NewPage[] };

/** `position` of the last event of the log after its group; `last` and `revision` are those of the append itself. */
export type AppendOutcome = { readonly revision: number; readonly position: number } | { readonly actual: number | 'no-stream' };

export const countOf = (page: { readonly ids: Uint8Array }): number => page.ids.byteLength / idBytes;
