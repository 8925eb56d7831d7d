import type { Schema } from '@kring/sqlite';

/**
 * A row keeps its own terms as a JSON list, so that a new version of it knows which entries of the index to drop.
 * `sum` is its checksum. The index leads from a term to keys in their order; a search by several terms walks one and looks the others up.
 */
export const viewSchema: Schema = {
  application: 0x4b52_5657,
  version: 2,
  tables: `
    CREATE TABLE projection (name TEXT PRIMARY KEY, epoch INTEGER NOT NULL, position TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE view (number INTEGER PRIMARY KEY, collection TEXT NOT NULL, key TEXT NOT NULL, terms TEXT, value BLOB NOT NULL, sum INTEGER NOT NULL) STRICT;
    CREATE UNIQUE INDEX view_by_key ON view (collection, key);
    CREATE TABLE term (collection TEXT NOT NULL, term TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (collection, term, key)) STRICT, WITHOUT ROWID
  `,
};

export type Put = { readonly collection: string; readonly key: string; readonly value: Uint8Array; readonly terms: readonly string[] };

export type ViewTask =
  | { readonly claim: string }
  | { readonly projection: string; readonly epoch: number; readonly position: string; readonly puts: readonly Put[]; readonly deletes: readonly { readonly collection: string; readonly key: string }[] };

export type ViewOutcome = { readonly epoch: number; readonly position: string } | { readonly fenced: true } | { readonly done: true };
