import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Contender } from '../harness/contender.ts';
import { appendLoad, type AppendOptions } from '../load/append-load.ts';
import type { StoredEvent } from '../load/stored-event.ts';

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT, revision INTEGER, id TEXT, type TEXT, data TEXT, metadata TEXT, UNIQUE (stream, revision)) STRICT;
`;

type Waiting = { readonly stream: string; readonly events: readonly StoredEvent[]; readonly done: () => void; readonly failed: (error: unknown) => void };

/** SQLite without anything around it: a row an event, one index, and one transaction for all who wait. */
class BareSqlite {
  readonly #database: DatabaseSync;
  readonly #insert: StatementSync;
  #waiting: Waiting[] = [];

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(schema);
    this.#insert = this.#database.prepare('INSERT INTO events (stream, revision, id, type, data, metadata) VALUES (?, ?, ?, ?, ?, ?)');
  }

  append(stream: string, events: readonly StoredEvent[]): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ stream, events, done, failed });
      if (this.#waiting.length === 1) setImmediate(() => this.#writeAll());
    });
  }

  close(): void {
    this.#database.close();
  }

  #writeAll(): void {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      for (const { stream, events } of group) {
        events.forEach(({ id, type, data, metadata }, revision) => this.#insert.run(stream, revision, id, type, JSON.stringify(data), JSON.stringify(metadata)));
      }
      this.#database.exec('COMMIT');
      for (const { done } of group) done();
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }
}

export const open = async (options: AppendOptions): Promise<Contender> => {
  const store = new BareSqlite(join(options.folder, 'bare.db'));
  return appendLoad((stream, events) => store.append(stream, events), async () => store.close(), options);
};
