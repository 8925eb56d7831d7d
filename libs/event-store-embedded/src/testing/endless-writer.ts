import { randomUUID } from 'node:crypto';
import { argv } from 'node:process';
import { openEmbeddedEventStore } from '../embedded-event-store.ts';

/** Appends three events at a time to ten streams at once, and writes a line for each append once it is answered. The index follows all the time. */
const store = await openEmbeddedEventStore({ file: argv[2]!, now: () => new Date(), recentPages: 30 });
const anEvent = () => ({ id: randomUUID(), type: 'nl.kring.visits.planned.v1', data: { text: 'x'.repeat(500) }, metadata: {} });

const writer = async (stream: string): Promise<never> => {
  for (;;) {
    const { revision } = await store.append(stream, [anEvent(), anEvent(), anEvent()], 'any');
    process.stdout.write(`${stream} ${revision}\n`);
  }
};

await Promise.all(Array.from({ length: 10 }, (_, index) => writer(`omring-${index}`)));
