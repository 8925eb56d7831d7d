import { beforeTheFirst, type Position } from '@kring/event-store';
import type { ViewChange, ViewProgress } from './definition.ts';

type Waiter = { readonly position: Position; readonly settle: (reached: boolean) => void };

/** So many requests may wait for the view at once; a further one is told at once that it is not there yet. */
const maxWaiters = 10_000;

/**
 * How far a projection is, and who waits for it to be further. What was taken is not always shown yet: a projection that was
 * behind leaves work for later, and until that is done nobody is told that the view holds what it took.
 */
export class Progress implements ViewProgress {
  /** Up to where events were taken. */
  taken: Position = beforeTheFirst;
  #shown: Position = beforeTheFirst;
  readonly #waiters = new Set<Waiter>();
  readonly #listeners = new Set<(change: ViewChange) => void>();
  #ended = false;

  /** Up to where the view is complete. */
  get position(): Position {
    return this.#shown;
  }

  waitFor(position: Position, timeoutMs: number): Promise<boolean> {
    if (this.#shown >= position) return Promise.resolve(true);
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

  /** Events up to `position` were taken; `touched` is null where it is not known what changed. */
  take(position: Position, touched: readonly string[] | null): void {
    if (position > this.taken) this.taken = position;
    if (touched?.length === 0) return;
    for (const listener of this.#listeners) listener({ position: this.taken, touched });
  }

  /** The view is complete up to what was taken. */
  show(): void {
    this.#shown = this.taken;
    for (const waiter of [...this.#waiters]) if (waiter.position <= this.#shown) waiter.settle(true);
  }

  /** Another view serves from here on, complete up to `position`, which may lie before that of the former one. */
  restart(position: Position): void {
    this.taken = position;
    this.show();
    for (const listener of this.#listeners) listener({ position, touched: null });
  }

  /** Nothing will advance any more: those who wait are told so. */
  end(): void {
    this.#ended = true;
    for (const waiter of [...this.#waiters]) waiter.settle(false);
    this.#listeners.clear();
  }
}
