import { BoundedMap, openForReading } from '@kring/sqlite';
import type { FoundRow, Position, ViewQuery } from '@kring/view-store';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { searchFor } from './search.ts';
import { sound, type StoredRow } from './sound-row.ts';

/** Reads views on a connection of its own: a row costs some microseconds, so it is read where it is asked for. */
export class ViewReader {
  readonly #connection: DatabaseSync;
  readonly #get: StatementSync;
  readonly #checkpoint: StatementSync;
  /** One statement per shape of query; there are few shapes, and the number of terms is bounded. */
  readonly #queries = new BoundedMap<string, StatementSync>(64);

  constructor(file: string) {
    this.#connection = openForReading(file);
    this.#get = this.#connection.prepare('SELECT key, value, sum FROM view WHERE collection = ? AND key = ?');
    this.#checkpoint = this.#connection.prepare('SELECT position FROM projection WHERE name = ?');
  }

  get(collection: string, key: string): Uint8Array | undefined {
    const row = this.#get.get(collection, key) as StoredRow | undefined;
    return row && sound(collection, row);
  }

  checkpoint(projection: string): Position {
    return (this.#checkpoint.get(projection) as { position: Position } | undefined)?.position ?? '';
  }

  find(collection: string, query: ViewQuery, limit: number): FoundRow[] {
    const { sql, values } = searchFor(collection, query, limit);
    let statement = this.#queries.get(sql);
    if (!statement) this.#queries.set(sql, (statement = this.#connection.prepare(sql)));
    return (statement.all(...values) as unknown as StoredRow[]).map((row) => ({ key: row.key, value: sound(collection, row) }));
  }

  close(): void {
    this.#connection.close();
  }
}
