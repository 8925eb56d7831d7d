import { hash } from 'node:crypto';

/** Chance that falls the same way each time from the same seed: what changed at every telling could not be talked about. */
export class Chance {
  readonly #seed: string;
  #drawn = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** From 0 up to 1. */
  next(): number {
    this.#drawn += 1;
    return Number.parseInt(hash('sha256', `${this.#seed}:${this.#drawn}`).slice(0, 8), 16) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.between(0, items.length - 1)]!;
  }

  /** Whether something happens that happens so often, from 0 (never) to 1 (always). */
  often(rate: number): boolean {
    return this.next() < rate;
  }
}
