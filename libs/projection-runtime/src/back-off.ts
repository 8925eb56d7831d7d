import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait before the next try: doubled from `firstMs` on each failure in a row, never over `maxMs`. */
export type RetryPolicy = { readonly firstMs: number; readonly maxMs: number };

export const defaultRetry: RetryPolicy = { firstMs: 20, maxMs: 5_000 };

export const delayBefore = (attempt: number, { firstMs, maxMs }: RetryPolicy): number => Math.min(maxMs, firstMs * 2 ** Math.min(attempt, 30));

/** Waits, or returns at once when the signal is aborted. */
export const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await delay(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
};

/** Lets the process do whatever else there is to do: a store that reads without waiting would keep it from all else. */
export const otherWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
