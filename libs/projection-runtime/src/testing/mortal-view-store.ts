import type { ViewStore } from '@kring/view-store';
import { ViewStoreThrough } from './view-store-through.ts';

/**
 * A store as a process has it that dies at its nth write: `before` the write is taken, or `after`, without hearing of it. From
 * then on nothing reaches the store any more; what it holds is for the next process.
 */
export class MortalViewStore extends ViewStoreThrough {
  #writes = 0;
  readonly #death = Promise.withResolvers<void>();

  constructor(store: ViewStore, private readonly dies: { readonly at: number; readonly when: 'before' | 'after' }) {
    super(store);
  }

  get dead(): boolean {
    return this.#writes >= this.dies.at;
  }

  get died(): Promise<void> {
    return this.#death.promise;
  }

  protected override async write<T>(work: () => Promise<T>): Promise<T> {
    this.#mustLive();
    this.#writes += 1;
    if (!this.dead) return work();
    if (this.dies.when === 'after') await work();
    this.#death.resolve();
    throw new Error('the process died');
  }

  protected override async read<T>(work: () => Promise<T>): Promise<T> {
    this.#mustLive();
    return work();
  }

  #mustLive(): void {
    if (this.dead) throw new Error('the process is dead');
  }
}
