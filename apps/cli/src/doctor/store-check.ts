import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ok, skipped, wrong, type Finding } from './finding.ts';

/** Where the embedded event store keeps its events, in the data folder. */
const file = 'events.db';

/** Reads the whole store through SQLite's own check, without changing a byte; a running hub has it for itself. */
export const storedEvents = async (data: string, running: boolean): Promise<Finding> => {
  const path = join(resolve(data), file);
  if (running) return skipped('stored events', 'the hub is running and has the store for itself; stop it to check every page');
  if (!existsSync(path)) return skipped('stored events', 'nothing stored yet');
  const { DatabaseSync } = await import('node:sqlite');
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const answer = database.prepare('PRAGMA quick_check').all() as { quick_check?: string }[];
      return answer[0]?.quick_check === 'ok' ? ok('stored events', `${path} is whole`) : damaged(path);
    } finally {
      database.close();
    }
  } catch {
    return damaged(path);
  }
};

const damaged = (path: string): Finding => wrong('stored events', `${path} is damaged`, 'leave it as it is, and restore the last backup into another folder.');
