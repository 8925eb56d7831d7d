import { join } from 'node:path';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { Contender } from '../harness/contender.ts';
import { storeHistory } from '../load/history.ts';

type Options = { readonly log: string; readonly events: number };

/** Stores a history for others to read; in a process of its own, so that it is not found in their memory. */
export const open = async ({ log, events }: Options): Promise<Contender> => {
  const store = await openEmbeddedEventStore({ file: join(log, 'events.db'), now: () => new Date() });
  const measure = async () => {
    const from = performance.now();
    await storeHistory(store, events);
    return { value: (events * 1_000) / (performance.now() - from) };
  };
  return { measure, close: () => store.close() };
};
