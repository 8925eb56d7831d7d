import { ProjectionFenced, type Claim, type FoundRow, type Position, type ViewCommit, type ViewQuery, type ViewRow, type ViewStore } from '@kring/view-store';

const placeOf = (collection: string, key: string): string => `${collection}\0${key}`;

/** Views in memory: rows and checkpoint change together, and a later owner fences an earlier one. */
export class ViewsInMemory implements ViewStore {
  readonly rows = new Map<string, ViewRow>();
  readonly #claims = new Map<string, Claim>();

  async claim(projection: string): Promise<Claim> {
    const former = this.#claims.get(projection);
    const claim = { epoch: (former?.epoch ?? 0) + 1, position: former?.position ?? '' };
    this.#claims.set(projection, claim);
    return claim;
  }

  async commit({ projection, epoch, position, puts, deletes }: ViewCommit): Promise<void> {
    if (this.#claims.get(projection)?.epoch !== epoch) throw new ProjectionFenced(projection, epoch);
    for (const { collection, key } of deletes) this.rows.delete(placeOf(collection, key));
    for (const row of puts) this.rows.set(placeOf(row.collection, row.key), row);
    this.#claims.set(projection, { epoch, position });
  }

  async get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return keys.map((key) => this.rows.get(placeOf(collection, key))?.value);
  }

  async find(collection: string, { prefix = '', after = '', upTo = '\uffff', limit = 100 }: ViewQuery): Promise<readonly FoundRow[]> {
    return [...this.rows.values()]
      .filter((row) => row.collection === collection && row.key.startsWith(prefix) && row.key > after && row.key <= upTo)
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .slice(0, limit);
  }

  async checkpoint(projection: string): Promise<Position> {
    return this.#claims.get(projection)?.position ?? '';
  }

  async close(): Promise<void> {}
}
