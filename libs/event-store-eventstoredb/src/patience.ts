/** Something took longer than it may. What became of it is not known. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** The outcome of `work`, or `TookTooLong` when it takes longer; the work itself goes on. */
export const within = <T>(ms: number, what: string, work: Promise<T>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new TookTooLong(`${what} took longer than ${Math.round(ms)} ms`)), Math.max(0, ms));
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** A span of time that begins now. */
export class Deadline {
  readonly #at: number;

  constructor(ms: number) {
    this.#at = performance.now() + ms;
  }

  /** In milliseconds; never negative. */
  get left(): number {
    return Math.max(0, this.#at - performance.now());
  }

  get passed(): boolean {
    return this.left === 0;
  }
}

/** Waits; an aborted signal ends it early, without an error. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, ms));
    signal?.addEventListener('abort', done, { once: true });
  });

const firstDelayMs = 50;
const longestDelayMs = 1_000;

/** Twice as long after every failure, up to a second: a server that starts takes some three of them. */
export const delayAfter = (failures: number): number => Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 10));
