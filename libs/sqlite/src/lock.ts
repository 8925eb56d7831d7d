import { DatabaseSync } from 'node:sqlite';

export type Lock = { release(): void };

/**
 * One writing process a file. The lock is SQLite's own lock on a small file beside the database: the operating system
 * lets go of it when the process ends, however it ends, so a killed process leaves nothing to clean up.
 *
 * @throws SQLite's "database is locked" when another process, or another store in this one, holds it.
 */
export const lockFor = (file: string): Lock => {
  const held = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    held.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    held.close();
    throw error;
  }
  return { release: () => held.close() };
};
