import type { JsonObject, NewEvent } from '@kring/event-store';
import type { DataKey } from '@kring/key-store';
import { boundTo } from '@kring/sealing';
import type { Sealer } from '@kring/sealing';
import type { Decision } from './decision.ts';
import { effectToJson } from './effect.ts';
import { splitType } from './event-types.ts';
import { hubEvent, mergedEvent } from './hub-events.ts';
import { isObject } from './publisher.ts';

type Stored = Extract<Decision, { kind: 'store' }>;
type KeyOf = (householdId: string) => { readonly sealer: Sealer; readonly key: DataKey };

/** The households that a split makes. */
export const splitInto = ({ ready: { event } }: Stored): string[] => {
  if (event.type !== splitType || !Array.isArray(event.data['into'])) return [];
  return event.data['into'].flatMap((part) => (isObject(part) && typeof part['householdId'] === 'string' ? [part['householdId']] : []));
};

/**
 * What the hub adds of its own to an event: that households turned out to be one, and, for each household that comes out of
 * a split, the split in its own stream and under its own key, with its own links.
 */
export const companionsOf = (decision: Stored, now: Date, keyOf: KeyOf): { stream: string; event: NewEvent }[] => {
  const { ready, householdId, merges } = decision;
  const merged = merges.length === 0 ? [] : [{ stream: `hub-${householdId}`, event: mergedEvent(householdId, merges, ready.storeId, now.toISOString()) }];
  return [...merged, ...splitInto(decision).map((id) => ({ stream: `hub-${id}`, event: splitCopy(decision, id, keyOf) }))];
};

const splitCopy = ({ ready: { event, storeId }, draft }: Stored, householdId: string, keyOf: KeyOf): NewEvent => {
  const { sealer, key } = keyOf(householdId);
  const copy = hubEvent(event.type, householdId, `${storeId}\0${householdId}`, { ...(draft.data as JsonObject), household: { householdId } }, event.data.occurredAt);
  const bound = boundTo(copy.id, copy.type, householdId);
  const links = draft.effect.links.filter((link) => link.householdId === householdId);
  const tokens = sealer.seal(key, 'tokens', bound, effectToJson({ digest: '', links, registered: true }));
  const box = sealer.seal(key, 'personal', bound, draft.personal);
  return { ...copy, metadata: { ...copy.metadata, id: event.id, personal: Object.keys(draft.personal), box, tokens } };
};
