import { randomUUID } from 'node:crypto';
import type { Contender } from '../harness/contender.ts';
import { storedEvents, type StoredEvent } from './stored-event.ts';

export type AppendOptions = {
  readonly folder: string;
  readonly batch: number;
  /** Who append at the same time, each the next batch once the one before it is durable. */
  readonly writers: number;
  readonly seconds: number;
  readonly url?: string;
  /** Goes on past appends that fail, and tells how many did; else the first that fails ends the measurement. */
  readonly forgiving?: boolean;
};

/** Stores a batch in a stream; done once it is durable. */
export type Append = (stream: string, events: readonly StoredEvent[]) => Promise<unknown>;

/** The same load for every store: each batch into a stream of its own, and what was answered within the time counts. */
export const appendLoad = (append: Append, close: () => Promise<void>, { batch, writers, seconds, forgiving = false }: AppendOptions): Contender => {
  const measure = async () => {
    let stored = 0;
    const failures: unknown[] = [];
    const from = performance.now();
    const until = from + seconds * 1_000;
    const attempt = async (): Promise<void> => {
      try {
        await append(`omring-${randomUUID()}`, storedEvents(batch));
        stored += batch;
      } catch (error) {
        if (!forgiving) throw error;
        failures.push(error);
        // A store that refuses at once would otherwise keep the others from their turn.
        await new Promise((resume) => setImmediate(resume));
      }
    };
    const write = async (): Promise<void> => {
      while (performance.now() < until) await attempt();
    };
    await Promise.all(Array.from({ length: writers }, write));
    if (stored === 0) throw failures[0];
    return { value: (stored * 1_000) / (performance.now() - from), ...(forgiving && { 'failed appends': failures.length }) };
  };
  return { measure, close };
};
