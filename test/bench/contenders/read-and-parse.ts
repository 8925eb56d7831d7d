import { join } from 'node:path';
import { beforeTheFirst } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { Contender } from '../harness/contender.ts';
import { timed } from '../load/processor-time.ts';

type Options = { readonly log: string; readonly events: number };

/** Reads the whole log and parses every event, and does nothing with them: what no rebuild can do without. */
export const open = async ({ log, events }: Options): Promise<Contender> => {
  const measure = async () => {
    const store = await openEmbeddedEventStore({ file: join(log, 'events.db'), now: () => new Date() });
    let read = 0;
    const { elapsed, processor } = await timed(async () => {
      for await (const batch of store.readAll({ after: beforeTheFirst })) {
        for (const { data, metadata } of batch) if (data['household'] !== undefined && metadata['subject'] !== undefined) read += 1;
      }
    });
    await store.close();
    if (read !== events) throw new Error(`of ${events} events ${read} were read`);
    return { value: events / elapsed, 'events per processor second': events / processor };
  };
  return { measure, close: async () => undefined };
};
