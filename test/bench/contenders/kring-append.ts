import { join } from 'node:path';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { Contender } from '../harness/contender.ts';
import { appendLoad, type AppendOptions } from '../load/append-load.ts';

/** The embedded event store, as the hub opens it. */
export const open = async (options: AppendOptions): Promise<Contender> => {
  const store = await openEmbeddedEventStore({ file: join(options.folder, 'events.db'), now: () => new Date() });
  return appendLoad((stream, events) => store.append(stream, events, 'no-stream'), () => store.close(), options);
};
