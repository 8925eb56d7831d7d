import { join } from 'node:path';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { RecordedEvent } from '@kring/event-store';
import type { Acknowledged } from './load.ts';

/** Everything in the log of a hub that has ended. */
export const logIn = async (data: string): Promise<readonly RecordedEvent[]> => {
  const store = await openEmbeddedEventStore({ file: join(data, 'events.db'), now: () => new Date() });
  const all: RecordedEvent[] = [];
  try {
    for await (const batch of store.readAll({ after: '' })) all.push(...batch);
  } finally {
    await store.close();
  }
  return all;
};

export type Verdict = { readonly lost: string[]; readonly twice: string[]; readonly disordered: string[]; readonly stored: number };

const published = (event: RecordedEvent): boolean => event.stream === `${String(event.metadata['partner'])}-${String(event.metadata['subject'])}`;

/** Holds the log against what was promised: nothing acknowledged is missing, nothing is there twice, and each office's words about a household are in the order in which it said them. */
export const verdictOn = (log: readonly RecordedEvent[], promised: Iterable<Acknowledged>): Verdict => {
  const facts = log.filter(published);
  const counts = new Map<string, number>();
  for (const { metadata } of facts) counts.set(String(metadata['id']), (counts.get(String(metadata['id'])) ?? 0) + 1);
  const lost = [...promised].filter(({ event }) => !counts.has(event.id)).map(({ event }) => event.id);
  const twice = [...counts].filter(([, count]) => count > 1).map(([id]) => id);
  return { lost, twice, disordered: disordered(facts), stored: facts.length };
};

/** Streams whose questions are not numbered one by one from the first. */
const disordered = (facts: readonly RecordedEvent[]): string[] => {
  const last = new Map<string, number>();
  const wrong = new Set<string>();
  for (const { stream, data } of facts) {
    const number = Number(String(data['questionId']).split('-').at(-1));
    if (number !== (last.get(stream) ?? 0) + 1) wrong.add(stream);
    last.set(stream, number);
  }
  return [...wrong];
};
