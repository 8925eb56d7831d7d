import { BoundedMap, openForReading } from '@kring/sqlite';
import type { FoundRow, Position, ViewQuery } from '@kring/view-store';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { behind } from './key-range.ts';

/** Reads views on a connection of its own: a row costs some microseconds, so it is read where it is asked for. */
export class ViewReader {
  readonly #connection: DatabaseSync;
  readonly #get: StatementSync;
  readonly #checkpoint: StatementSync;
  /** One statement per shape of query; there are few shapes, and the number of terms is bounded. */
  readonly #queries = new BoundedMap<string, StatementSync>(64);

  constructor(file: string) {
    this.#connection = openForReading(file);
    this.#get = this.#connection.prepare('SELECT value FROM view WHERE collection = ? AND key = ?');
    this.#checkpoint = this.#connection.prepare('SELECT position FROM projection WHERE name = ?');
  }

  get(collection: string, key: string): Uint8Array | undefined {
    return (this.#get.get(collection, key) as { value: Uint8Array } | undefined)?.value;
  }

  checkpoint(projection: string): Position {
    return (this.#checkpoint.get(projection) as { position: Position } | undefined)?.position ?? '';
  }

  find(collection: string, query: ViewQuery, limit: number): FoundRow[] {
    const { sql, values } = searchFor(collection, query, limit);
    let statement = this.#queries.get(sql);
    if (!statement) this.#queries.set(sql, (statement = this.#connection.prepare(sql)));
    return statement.all(...values).map((row) => ({ key: row['key'] as string, value: row['value'] as Uint8Array }));
  }

  close(): void {
    this.#connection.close();
  }
}

type Search = { readonly sql: string; readonly values: readonly SQLInputValue[] };

/** By terms, the first term's entries are walked in the order of their keys; without, the view's own index is. */
const searchFor = (collection: string, { prefix, terms = [], after, upTo }: ViewQuery, limit: number): Search => {
  const [first, ...others] = new Set(terms);
  const from = first === undefined ? 'view AS walked' : 'term AS walked CROSS JOIN view ON view.collection = walked.collection AND view.key = walked.key';
  const conditions = ['walked.collection = ?'];
  const values: SQLInputValue[] = [collection];
  const where = (condition: string, value: SQLInputValue): void => {
    conditions.push(condition);
    values.push(value);
  };
  if (first !== undefined) where('walked.term = ?', first);
  for (const other of others) where('EXISTS (SELECT 1 FROM term WHERE term.collection = walked.collection AND term.key = walked.key AND term.term = ?)', other);
  if (after !== undefined) where('walked.key > ?', after);
  if (upTo !== undefined) where('walked.key <= ?', upTo);
  if (prefix) where('walked.key >= ?', prefix);
  const end = prefix ? behind(prefix) : undefined;
  if (end !== undefined) where('walked.key < ?', end);
  const value = first === undefined ? 'walked.value' : 'view.value';
  return { sql: `SELECT walked.key AS key, ${value} AS value FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY walked.key LIMIT ?`, values: [...values, limit] };
};
