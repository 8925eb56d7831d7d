import type { ViewRow } from '@kring/view-store';
import type { ProjectionStep, RowKey } from './definition.ts';

const placeOf = ({ collection, key }: RowKey): string => `${collection}\0${key}`;

/** Collects what a step changes, in turn: of a row that is put and deleted, what was said last holds. */
export class ChangeSet {
  readonly #puts = new Map<string, ViewRow>();
  readonly #deletes = new Map<string, RowKey>();
  readonly #touched = new Set<string>();

  put(...rows: readonly ViewRow[]): void {
    for (const row of rows) {
      this.#deletes.delete(placeOf(row));
      this.#puts.set(placeOf(row), row);
    }
  }

  delete(...keys: readonly RowKey[]): void {
    for (const { collection, key } of keys) {
      this.#puts.delete(placeOf({ collection, key }));
      this.#deletes.set(placeOf({ collection, key }), { collection, key });
    }
  }

  touch(...names: readonly string[]): void {
    for (const name of names) this.#touched.add(name);
  }

  step(): ProjectionStep {
    return { puts: [...this.#puts.values()], deletes: [...this.#deletes.values()], touched: [...this.#touched] };
  }
}
