import type { Claim, FoundRow, Position, ViewCommit, ViewQuery, ViewStore } from '@kring/view-store';
import type { RowKey } from '../definition.ts';
import { nameIn, type Generation } from './generation.ts';

/** The view store as one generation of a projection sees it: the names it uses stand for names of its own. */
export class GenerationStore implements ViewStore {
  /** Told of the rows that each commit changed, once it is taken. */
  changed: ((rows: readonly RowKey[]) => void) | undefined;
  readonly collections: readonly string[];
  readonly #known: ReadonlySet<string>;

  constructor(private readonly store: ViewStore, private readonly generation: Generation) {
    this.collections = generation.collections;
    this.#known = new Set(generation.collections);
  }

  claim(projection: string): Promise<Claim> {
    return this.store.claim(this.#named(projection));
  }

  /** @throws RangeError for a row in a collection that the definition did not name: nobody would compare or drop it. */
  async commit(step: ViewCommit): Promise<void> {
    const stray = step.puts.find(({ collection }) => !this.#known.has(collection));
    if (stray) throw new RangeError(`projection ${step.projection} does not name ${stray.collection} among its collections`);
    await this.store.commit({
      ...step,
      projection: this.#named(step.projection),
      puts: step.puts.map((row) => ({ ...row, collection: this.#named(row.collection) })),
      deletes: step.deletes.map(({ collection, key }) => ({ collection: this.#named(collection), key })),
    });
    this.changed?.([...step.puts, ...step.deletes]);
  }

  get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return this.store.get(this.#named(collection), keys);
  }

  find(collection: string, query: ViewQuery): Promise<readonly FoundRow[]> {
    return this.store.find(this.#named(collection), query);
  }

  checkpoint(projection: string): Promise<Position> {
    return this.store.checkpoint(this.#named(projection));
  }

  /** The store is another's to close. */
  async close(): Promise<void> {}

  #named(name: string): string {
    return nameIn(this.generation.number, name);
  }
}
