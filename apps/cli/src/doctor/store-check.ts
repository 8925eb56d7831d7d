import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { ok, skipped, wrong, type Finding } from './finding.ts';

const restore = 'leave it as it is, and restore the last backup into another folder.';
const remake = 'stop the hub and remove this file; the hub draws it again from the events at its next start.';

/** The embedded stores in the data folder, and what to do when one is damaged. */
const stores = [
  { file: 'events.db', check: 'stored events', advice: restore },
  { file: 'keys.db', check: 'keys', advice: restore },
  { file: 'views.db', check: 'views', advice: remake },
  { file: 'door.db', check: 'index of the door', advice: remake },
] as const;

/** Has SQLite look at every page of each store, for reading only. A running hub is left in peace. */
export const storedData = async (data: string, running: boolean): Promise<Finding[]> => {
  if (running) return [skipped('stored events', 'the hub is running; stop it to have every page looked at')];
  const present = stores.filter(({ file }) => existsSync(join(resolve(data), file)));
  if (present.length === 0) return [skipped('stored events', 'nothing stored yet')];
  const sqlite = await import('node:sqlite');
  return present.map(({ file, check, advice }) => {
    const path = join(resolve(data), file);
    try {
      const database = new sqlite.DatabaseSync(locationOf(path), { readOnly: true });
      try {
        return isWhole(database) ? ok(check, `${path} is whole`) : wrong(check, `${path} is damaged`, advice);
      } finally {
        database.close();
      }
    } catch (error) {
      return inUse(error) ? skipped(check, `${path} is in use by another process`) : wrong(check, `${path} cannot be read`, advice);
    }
  });
};

/**
 * Without a log of unfinished writes beside it the file is all there is, and is opened as such: otherwise SQLite would leave
 * files of its own behind.
 */
const locationOf = (path: string): string | URL => {
  if (existsSync(`${path}-wal`)) return path;
  const location = pathToFileURL(path);
  location.searchParams.set('immutable', '1');
  return location;
};

const isWhole = (database: DatabaseSync): boolean => {
  const [first] = database.prepare('PRAGMA quick_check(1)').all() as { quick_check?: string }[];
  return first?.quick_check === 'ok';
};

/** SQLITE_BUSY and SQLITE_LOCKED. */
const inUse = (error: unknown): boolean => [5, 6].includes((error as { errcode?: number }).errcode ?? 0);
