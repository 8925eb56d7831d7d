import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { sumOf } from './sound-row.ts';
import type { Put, ViewOutcome, ViewTask } from './view-file.ts';

type Step = Exclude<ViewTask, { readonly claim: string }>;
type Stored = { readonly number: number; readonly terms: string | null };

/** Writes views. Fence, rows and checkpoint are decided and written in the transaction of the step. */
export class ViewWriter {
  readonly #claim: StatementSync;
  readonly #advance: StatementSync;
  readonly #find: StatementSync;
  readonly #insert: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  readonly #addTerm: StatementSync;
  readonly #dropTerm: StatementSync;

  constructor(connection: DatabaseSync) {
    this.#claim = connection.prepare(
      `INSERT INTO projection (name, epoch, position) VALUES (?, 1, '') ON CONFLICT (name) DO UPDATE SET epoch = epoch + 1 RETURNING epoch, position`,
    );
    this.#advance = connection.prepare('UPDATE projection SET position = ? WHERE name = ? AND epoch = ?');
    this.#find = connection.prepare('SELECT number, terms FROM view WHERE collection = ? AND key = ?');
    this.#insert = connection.prepare('INSERT INTO view (collection, key, terms, value, sum) VALUES (?, ?, ?, ?, ?)');
    this.#update = connection.prepare('UPDATE view SET terms = ?, value = ?, sum = ? WHERE number = ?');
    this.#delete = connection.prepare('DELETE FROM view WHERE number = ?');
    this.#addTerm = connection.prepare('INSERT INTO term (collection, term, key) VALUES (?, ?, ?)');
    this.#dropTerm = connection.prepare('DELETE FROM term WHERE collection = ? AND term = ? AND key = ?');
  }

  carryOut(task: ViewTask): ViewOutcome {
    if ('claim' in task) return this.#claim.get(task.claim) as { epoch: number; position: string };
    return this.#commit(task);
  }

  #commit({ projection, epoch, position, puts, deletes }: Step): ViewOutcome {
    if (this.#advance.run(position, projection, epoch).changes === 0) return { fenced: true };
    for (const { collection, key } of deletes) this.#remove(collection, key);
    for (const put of puts) this.#put(put);
    return { done: true };
  }

  #put({ collection, key, value, terms }: Put): void {
    const stored = this.#find.get(collection, key) as Stored | undefined;
    const before = termsOf(stored);
    const after = [...new Set(terms)].sort();
    const text = after.length === 0 ? null : JSON.stringify(after);
    const sum = sumOf(collection, key, value);
    if (stored) this.#update.run(text, value, sum, stored.number);
    else this.#insert.run(collection, key, text, value, sum);
    if (text === (stored?.terms ?? null)) return;
    for (const term of before) if (!after.includes(term)) this.#dropTerm.run(collection, term, key);
    for (const term of after) if (!before.includes(term)) this.#addTerm.run(collection, term, key);
  }

  #remove(collection: string, key: string): void {
    const stored = this.#find.get(collection, key) as Stored | undefined;
    if (!stored) return;
    for (const term of termsOf(stored)) this.#dropTerm.run(collection, term, key);
    this.#delete.run(stored.number);
  }
}

const termsOf = (stored: Stored | undefined): readonly string[] => (stored?.terms ? (JSON.parse(stored.terms) as string[]) : []);
