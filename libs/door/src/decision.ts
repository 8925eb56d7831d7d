import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@kring/event-store';
import type { Draft } from './draft.ts';
import { draftOf } from './draft.ts';
import type { IdentityIndex } from './identity-index.ts';
import type { Ready } from './prepare.ts';
import { resolve, sameAs } from './resolve.ts';

export type Decision =
  | { readonly kind: 'store'; readonly ready: Ready; readonly householdId: string; readonly draft: Draft; readonly merges: readonly string[] }
  | { readonly kind: 'keep'; readonly ready: Ready; readonly awaits: readonly string[] };

export type DecisionParts = { readonly index: IdentityIndex; readonly sensitivityOf: (ready: Ready) => string; readonly newHouseholdId: () => string };

/** UUID version 7 with a random tail: in the order of being made, and silent about whom it is for. */
export const newHouseholdIdAt = (now: Date): string => {
  const hex = now.getTime().toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${random.slice(15)}`;
};

/** Finds the household of an event, and holds what it means for the index from the next event on. */
export const decide = (ready: Ready, { index, sensitivityOf, newHouseholdId }: DecisionParts): Decision => {
  const { rows } = index;
  const found = resolve(rows, ready.evidence);
  if ('awaits' in found) return { kind: 'keep', ready, awaits: found.awaits };
  const householdId = 'householdId' in found ? found.householdId : newHouseholdId();
  const draft = draftOf(ready.event, ready.evidence, householdId, ready.digest, rows, sensitivityOf(ready));
  index.decide(ready.storeId, householdId, draft.effect);
  const merges = sameAs(rows, householdId, ready.evidence);
  if (merges.length > 0) index.merge(ready.storeId, [householdId, ...merges]);
  return { kind: 'store', ready, householdId, draft, merges };
};

/** Events that go to one stream, in the order in which they were decided. */
export type StreamAppend = { readonly stream: string; readonly events: NewEvent[]; readonly storeIds: string[] };

export const byStream = (entries: readonly { readonly stream: string; readonly event: NewEvent }[]): StreamAppend[] => {
  const streams = new Map<string, StreamAppend>();
  for (const { stream, event } of entries) {
    const append = streams.get(stream) ?? { stream, events: [], storeIds: [] };
    append.events.push(event);
    append.storeIds.push(event.id);
    streams.set(stream, append);
  }
  return [...streams.values()];
};
