import { beforeTheFirst, type Position } from '@kring/event-store';
import type { ViewChange, ViewProgress } from './definition.ts';

type Waiter = { readonly position: Position; readonly settle: (reached: boolean) => void };

/** So many requests may wait for the view at once; a further one is told at once that it is not there yet. */
const maxWaiters = 10_000;

/** How far a projection is, and who waits for it to be further. */
export class Progress implements ViewProgress {
  position: Position = beforeTheFirst;
  readonly #waiters = new Set<Waiter>();
  readonly #listeners = new Set<(change: ViewChange) => void>();
  #ended = false;

  waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.position >= position) return Promise.resolve(true);
    if (this.#ended || this.#waiters.size >= maxWaiters || timeoutMs <= 0) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiter.settle(false), timeoutMs);
      const waiter: Waiter = {
        position,
        settle: (reached) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(reached);
        },
      };
      this.#waiters.add(waiter);
    });
  }

  onChange(listener: (change: ViewChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The view now holds everything up to `position`; `touched` is null where it is not known what changed. */
  advance(position: Position, touched: readonly string[] | null): void {
    if (position > this.position) this.position = position;
    for (const waiter of [...this.#waiters]) if (waiter.position <= this.position) waiter.settle(true);
    if (touched?.length === 0) return;
    for (const listener of this.#listeners) listener({ position: this.position, touched });
  }

  /** Nothing will advance any more: those who wait are told so. */
  end(): void {
    this.#ended = true;
    for (const waiter of [...this.#waiters]) waiter.settle(false);
    this.#listeners.clear();
  }
}
