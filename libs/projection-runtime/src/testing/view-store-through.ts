import type { Claim, FoundRow, Position, ViewCommit, ViewQuery, ViewStore } from '@kring/view-store';

/** Another way to the same store, on which a spec puts what goes wrong: every write passes by `write`, every read by `read`. */
export abstract class ViewStoreThrough implements ViewStore {
  constructor(private readonly store: ViewStore) {}

  claim(projection: string): Promise<Claim> {
    return this.write(() => this.store.claim(projection));
  }

  commit(step: ViewCommit): Promise<void> {
    return this.write(() => this.store.commit(step));
  }

  get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return this.read(() => this.store.get(collection, keys));
  }

  find(collection: string, query: ViewQuery): Promise<readonly FoundRow[]> {
    return this.read(() => this.store.find(collection, query));
  }

  checkpoint(projection: string): Promise<Position> {
    return this.read(() => this.store.checkpoint(projection));
  }

  async close(): Promise<void> {}

  protected abstract write<T>(work: () => Promise<T>): Promise<T>;

  protected async read<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }
}
