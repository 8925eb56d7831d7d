import type { ViewRow } from '@kring/view-store';
import type { ProjectionStep, RowKey } from './definition.ts';

/** A row that is put, or the key of one that is deleted. */
type Change = { readonly put: ViewRow } | { readonly delete: RowKey };

/** Collects what a step changes, in turn: of a row that is put and deleted, what was said last holds. */
export class ChangeSet {
  readonly #changes = new Map<string, Map<string, Change>>();
  readonly #touched = new Set<string>();

  put(...rows: readonly ViewRow[]): void {
    for (const row of rows) this.#say(row, { put: row });
  }

  delete(...keys: readonly RowKey[]): void {
    for (const { collection, key } of keys) this.#say({ collection, key }, { delete: { collection, key } });
  }

  touch(...names: readonly string[]): void {
    for (const name of names) this.#touched.add(name);
  }

  step(): ProjectionStep {
    const puts: ViewRow[] = [];
    const deletes: RowKey[] = [];
    for (const changes of this.#changes.values()) {
      for (const change of changes.values()) {
        if ('put' in change) puts.push(change.put);
        else deletes.push(change.delete);
      }
    }
    return { puts, deletes, touched: [...this.#touched] };
  }

  #say({ collection, key }: RowKey, change: Change): void {
    let changes = this.#changes.get(collection);
    if (!changes) this.#changes.set(collection, (changes = new Map()));
    changes.set(key, change);
  }
}
