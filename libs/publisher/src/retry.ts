import { HubUnreachable } from './problem.ts';

/** How long to keep trying. Delays are in milliseconds. */
export type Patience = {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly firstDelay: number;
  readonly longestDelay: number;
  /** How long one attempt may take before it counts as failed. */
  readonly timeout: number;
};

export const defaultPatience: Patience = { attempts: 8, firstDelay: 250, longestDelay: 30_000, timeout: 120_000 };

/** Waiting and chance, so that a test needs neither. */
export type Pace = { readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>; readonly chance: () => number };

export const realPace: Pace = {
  wait: (milliseconds, signal) =>
    new Promise((done, stopped) => {
      const timer = setTimeout(() => { signal?.removeEventListener('abort', stop); done(); }, milliseconds);
      const stop = () => { clearTimeout(timer); stopped(signal?.reason); };
      signal?.addEventListener('abort', stop, { once: true });
    }),
  chance: Math.random,
};

/** What these say will pass: too many requests, a proxy without a hub behind it, a hub that starts or is behind. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * Sends until an answer comes that will not pass by itself. An event that arrives twice is a duplicate to the hub, so a
 * repeat after a lost answer is harmless.
 *
 * @throws HubUnreachable when the last attempt failed too
 */
export const persistently = async (
  send: (signal: AbortSignal) => Promise<Response>,
  { patience, pace, signal }: { patience: Patience; pace: Pace; signal?: AbortSignal },
): Promise<Response> => {
  let reason = '';
  for (let attempt = 1; attempt <= patience.attempts; attempt++) {
    signal?.throwIfAborted();
    const outcome = await attemptOnce(send, patience.timeout, signal);
    if (outcome instanceof Response && !passing.has(outcome.status)) return outcome;
    signal?.throwIfAborted();
    reason = outcome instanceof Response ? `HTTP ${outcome.status}` : outcome.message;
    if (attempt === patience.attempts) break;
    const asked = outcome instanceof Response ? retryAfter(outcome) : undefined;
    if (outcome instanceof Response) await outcome.body?.cancel();
    await pace.wait(delay(attempt, asked, patience, pace), signal);
  }
  throw new HubUnreachable(patience.attempts, reason);
};

const attemptOnce = async (send: (signal: AbortSignal) => Promise<Response>, timeout: number, signal?: AbortSignal): Promise<Response | Error> => {
  const limit = AbortSignal.timeout(timeout);
  try {
    return await send(signal ? AbortSignal.any([signal, limit]) : limit);
  } catch (error) {
    if (limit.aborted) return new Error(`no answer within ${timeout} ms`);
    return new Error(causeOf(error));
  }
};

/** `fetch` says "fetch failed" and keeps the real reason, such as ECONNREFUSED, one level down. */
const causeOf = (error: unknown): string => {
  const { cause, message } = error as { cause?: { code?: unknown; message?: unknown }; message?: unknown };
  return String(cause?.code ?? cause?.message ?? message ?? error);
};

/**
 * Doubles each time, and takes a random part of it: publishers that were cut off together must not come back together. What
 * the hub asks for is the least.
 */
const delay = (attempt: number, asked: number | undefined, patience: Patience, pace: Pace): number => {
  const grown = Math.min(patience.longestDelay, patience.firstDelay * 2 ** (attempt - 1));
  const jittered = grown / 2 + (pace.chance() * grown) / 2;
  return Math.min(patience.longestDelay, Math.max(asked ?? 0, jittered));
};

/** `Retry-After` in milliseconds; the hub gives seconds, and a date from a proxy is not worth trusting two clocks for. */
const retryAfter = (response: Response): number | undefined => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
};
