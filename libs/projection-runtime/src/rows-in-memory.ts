import type { FoundRow, ViewQuery, ViewRow } from '@kring/view-store';
import type { ProjectionStep, ViewReader } from './definition.ts';
import { byKey, matches } from './pending-rows.ts';

const defaultLimit = 100;

/** The rows of a view and nothing else, read as a view store would give them; unbounded, for what fits in memory. */
export class RowsInMemory implements ViewReader {
  readonly #collections = new Map<string, Map<string, ViewRow>>();

  take({ puts, deletes }: Pick<ProjectionStep, 'puts' | 'deletes'>): void {
    for (const { collection, key } of deletes) this.#collections.get(collection)?.delete(key);
    for (const row of puts) {
      const rows = this.#collections.get(row.collection) ?? new Map<string, ViewRow>();
      this.#collections.set(row.collection, rows.set(row.key, row));
    }
  }

  /** All of them, by collection and key. */
  rows(): readonly ViewRow[] {
    return [...this.#collections.keys()].sort(byKey).flatMap((collection) => this.of(collection));
  }

  of(collection: string): readonly ViewRow[] {
    return [...(this.#collections.get(collection)?.values() ?? [])].sort((one, other) => byKey(one.key, other.key));
  }

  async get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    const rows = this.#collections.get(collection);
    return keys.map((key) => rows?.get(key)?.value);
  }

  async find(collection: string, query: ViewQuery): Promise<readonly FoundRow[]> {
    return this.of(collection).filter((row) => matches(row, query)).slice(0, query.limit ?? defaultLimit).map(({ key, value }) => ({ key, value }));
  }
}
