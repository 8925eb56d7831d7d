import { DatabaseUnusable, describeFault, faultOf } from '@kring/sqlite';
import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { damagedPage, type Page } from './log-file.ts';
import { sumOf } from './page-sum.ts';

/** A page as it is on the disk, with the checksum that was written with it. */
export type StoredPage = Page & { readonly sum: number };

export const pageColumns = 'position, stream, revision, recorded, lower(hex(ids)) AS ids, events, sum';

/** The page, when it is as it was written. What is damaged is never answered. */
export const sound = (page: StoredPage | undefined, position: number): Page => {
  if (!page || sumOf(page) !== page.sum) throw damagedPage(position);
  return page;
};

/** Up to this size every page is held against its checksum when the log is opened, which takes well under a second. */
const checkedBytes = 64 * 1024 * 1024;

/** @throws DatabaseUnusable at the first page that is damaged. */
export const checkPages = (connection: DatabaseSync, file: string): void => {
  if (statSync(file).size > checkedBytes) return;
  const pages = connection.prepare(`SELECT ${pageColumns} FROM page ORDER BY position`).iterate() as Iterable<unknown> as Iterable<StoredPage>;
  try {
    for (const page of pages) sound(page, page.position);
  } catch (error) {
    throw new DatabaseUnusable(`${file} cannot be opened: ${describeFault(faultOf(error))}`);
  }
};
