import { DatabaseUnusable } from '@kring/sqlite';
import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/** A row as it is on the disk, with the checksum that was written with it. */
export type StoredRow = { readonly key: string; readonly value: Uint8Array; readonly sum: number };

/** SQLite has no checksums of its own: a bit that falls over on the disk would be shown as if it had been told so. */
export const sumOf = (collection: string, key: string, value: Uint8Array): number => crc32(value, crc32(`${collection} ${key}`));

const damaged = 'a row of the views is not as it was written: stop, and remove the file, for it is drawn again from the log';

/** The value of the row, when it is as it was written. What is damaged is never answered. */
export const sound = (collection: string, { key, value, sum }: StoredRow): Uint8Array => {
  if (sumOf(collection, key, value) !== sum) throw new DatabaseUnusable(damaged);
  return value;
};

/** Up to this size every row is held against its checksum when the file is opened, which takes well under a second. */
const checkedBytes = 64 * 1024 * 1024;

/** @throws DatabaseUnusable at the first row that is damaged. */
export const checkRows = (connection: DatabaseSync, file: string): void => {
  if (statSync(file).size > checkedBytes) return;
  const rows = connection.prepare('SELECT collection, key, value, sum FROM view').iterate() as Iterable<unknown> as Iterable<StoredRow & { readonly collection: string }>;
  for (const row of rows) if (sumOf(row.collection, row.key, row.value) !== row.sum) throw new DatabaseUnusable(`${file} cannot be opened: ${damaged}`);
};
