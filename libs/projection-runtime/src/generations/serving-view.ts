import type { FoundRow, ViewQuery, ViewStore } from '@kring/view-store';
import type { PinnableView, ViewReader } from '../definition.ts';
import { nameIn } from './generation.ts';
import { readGenerations } from './register.ts';

/**
 * The view of a projection as its readers see it: always the generation that serves. Several reads for one answer are made of
 * a pinned view, which stays with the generation that served when it was pinned: that one keeps its rows long enough.
 */
export class ServingView implements PinnableView {
  /** `known` answers the generation where this process knows it; else it is read with each call. */
  constructor(private readonly store: ViewStore, private readonly name: string, private readonly known: () => number | undefined = () => undefined) {}

  async pinned(): Promise<ViewReader> {
    const generation = this.known() ?? (await readGenerations(this.store, this.name))?.serving.number ?? 0;
    return {
      get: (collection, keys) => this.store.get(nameIn(generation, collection), keys),
      find: (collection, query) => this.store.find(nameIn(generation, collection), query),
    };
  }

  async get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return (await this.pinned()).get(collection, keys);
  }

  async find(collection: string, query: ViewQuery): Promise<readonly FoundRow[]> {
    return (await this.pinned()).find(collection, query);
  }
}
