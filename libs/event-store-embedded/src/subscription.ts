import type { FeedBatch, Position, RecordedEvent } from '@kring/event-store';
import type { LogReader, ReadBatch } from './log-reader.ts';
import { numberOf, positionOf } from './position.ts';

/** Wakes whoever waits for the log to grow. */
export class Growth {
  readonly #waiting = new Set<() => void>();

  announce(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    waiting.forEach((wake) => wake());
  }

  /** Settles at the next announcement, or when the signal is aborted. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      if (signal.aborted) return resolve();
      signal.addEventListener('abort', wake, { once: true });
      this.#waiting.add(wake);
    });
  }
}

/**
 * @throws RangeError for a position behind the end. Whoever stands there has seen events that this log no longer has;
 * to go on from there would leave a hole as soon as the log has grown past it.
 */
export const startOf = (after: Position, reader: LogReader): number => {
  const number = numberOf(after);
  if (number > reader.head()) {
    throw new RangeError(`position ${after} lies behind the end of the log, which may have been restored from an older copy: rebuild what was made from it`);
  }
  return number;
};

/** A long history is read without keeping the event loop from whatever else there is to do. */
const otherWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** All that there is, batch by batch. */
export async function* batches(read: () => ReadBatch): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  for (;;) {
    const { events, atEnd } = read();
    if (events.length > 0) yield events;
    if (atEnd) return;
    await otherWork();
  }
}

export type Following = { readonly reader: () => LogReader; readonly growth: Growth; readonly after: Position; readonly signal: AbortSignal; readonly batchSize: number };

/**
 * History first, then what is committed, in one sequence: each batch is read from behind the last one, so nothing falls
 * between history and live. Whether there is more is asked before waiting; a commit after that question wakes the wait.
 */
export async function* follow({ reader, growth, after, signal, batchSize }: Following): AsyncGenerator<FeedBatch, void, undefined> {
  let last = startOf(after, reader());
  const goal = reader().head();
  let caughtUp = false;
  while (!signal.aborted) {
    const { events, atEnd } = reader().ofLog(last + 1, batchSize);
    last += events.length;
    const reached: boolean = !caughtUp && last >= goal;
    caughtUp ||= reached;
    if (events.length > 0 || reached) {
      yield { events, position: positionOf(last), caughtUp: reached };
      if (!atEnd) await otherWork();
    } else {
      await growth.next(signal);
    }
  }
}
