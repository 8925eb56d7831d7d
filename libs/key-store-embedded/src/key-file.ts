import type { Schema } from '@kring/sqlite';

/** A subject without a box had a key that was destroyed: the row stays, so that it never gets another. */
export const keySchema: Schema = {
  application: 0x4b52_4b59,
  version: 1,
  tables: `
    CREATE TABLE data_key (subject TEXT PRIMARY KEY, box BLOB) STRICT, WITHOUT ROWID;
    CREATE TABLE start (one INTEGER PRIMARY KEY CHECK (one = 1), epoch INTEGER NOT NULL, proof BLOB NOT NULL) STRICT
  `,
};

/** `create` carries a wrapped key per subject, for the subjects that have none yet; `epoch` the lowest epoch that may be given. */
export type KeyTask =
  | { readonly create: readonly { readonly subject: string; readonly box: Uint8Array }[] }
  | { readonly destroy: string }
  | { readonly epoch: number }
  | { readonly proof: Uint8Array };

export type KeyOutcome = { readonly done: true } | { readonly destroyed: string } | { readonly epoch: number } | { readonly proof: Uint8Array };
