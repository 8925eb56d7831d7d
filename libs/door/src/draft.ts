import { randomUUID } from 'node:crypto';
import { contractOf, personalPointers } from '@kring/contracts';
import type { Json, JsonObject, NewEvent } from '@kring/event-store';
import type { DataKey } from '@kring/key-store';
import { boundTo } from '@kring/sealing';
import type { Sealer } from '@kring/sealing';
import type { Effect, Link } from './effect.ts';
import { effectToJson } from './effect.ts';
import { registeredType } from './event-types.ts';
import type { Evidence, PersonEvidence } from './evidence.ts';
import type { CheckedEvent, Publisher } from './publisher.ts';
import { isObject } from './publisher.ts';
import type { Rows } from './rows.ts';
import { personOf } from './token-row.ts';

type Tree = { [key: string]: Json | Tree } | (Json | Tree)[];

const segments = (pointer: string): string[] => pointer.split('/').slice(1).map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));

const parentOf = (tree: Tree, pointer: string): { parent: Record<string, Json | Tree>; key: string } | undefined => {
  const path = segments(pointer);
  const key = path.pop();
  let at: unknown = tree;
  for (const step of path) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  return key === undefined || typeof at !== 'object' || at === null ? undefined : { parent: at as Record<string, Json | Tree>, key };
};

/** Takes what stands at these pointers out of the tree, and gives it by pointer. */
const takeOut = (tree: Tree, pointers: readonly string[]): Record<string, Json> => {
  const taken: Record<string, Json> = {};
  for (const pointer of pointers) {
    const found = parentOf(tree, pointer);
    if (!found || !(found.key in found.parent)) continue;
    taken[pointer] = found.parent[found.key] as Json;
    delete found.parent[found.key];
  }
  return taken;
};

/** Which person this is: the id that was given, the one that a token leads to, or a new one that says nothing of the person. */
const personIdOf = (person: PersonEvidence, householdId: string, rows: Rows, fresh: ReadonlyMap<string, string>): string => {
  if (person.personId !== undefined) return person.personId;
  const { bsnToken, nameToken } = person;
  const known =
    (bsnToken === undefined ? undefined : (fresh.get(bsnToken) ?? personOf(rows.token(bsnToken), householdId, true))) ??
    (nameToken === undefined ? undefined : (fresh.get(nameToken) ?? personOf(rows.token(nameToken), householdId, false)));
  return known ?? `p_${randomUUID()}`;
};

export type Draft = { readonly event: CheckedEvent; readonly data: JsonObject; readonly personal: Readonly<Record<string, Json>>; readonly effect: Effect };

/** Splits an event into what may be read by the hub and what only a reader may, and works out what it adds to the index. */
export const draftOf = (event: CheckedEvent, evidence: Evidence, householdId: string, digest: string, rows: Rows, sensitivity: string): Draft => {
  const data = structuredClone(event.data) as unknown as Record<string, Json | Tree>;
  const personal = takeOut(data as Tree, personalPointers(event.type, event.data));
  data['household'] = { householdId };
  if (data['sensitivity'] === undefined) data['sensitivity'] = sensitivity;
  const links: Link[] = [];
  const fresh = new Map<string, string>();
  for (const person of evidence.persons) {
    const home = person.into === undefined ? householdId : (intoId(data, person.into) ?? householdId);
    const personId = personIdOf(person, home, rows, fresh);
    const at = parentOf(data as Tree, `${person.pointer}/personId`);
    if (at) {
      delete at.parent['bsn'];
      at.parent['personId'] = personId;
    }
    for (const token of [person.bsnToken, person.nameToken]) {
      if (token === undefined) continue;
      fresh.set(token, personId);
      links.push({ token, householdId: home, rank: person.rank, person: personId });
      if (home !== householdId) links.push({ token, householdId, rank: 'left', person: personId });
    }
  }
  if (evidence.bsnToken !== undefined) links.push({ token: evidence.bsnToken, householdId, rank: 'reference', ...personWith(fresh.get(evidence.bsnToken)) });
  if (evidence.addressToken !== undefined) links.push({ token: evidence.addressToken, householdId, rank: 'reference' });
  const { livesAt } = evidence;
  if (livesAt) links.push({ token: livesAt.token, householdId, rank: livesAt.collective ? 'collective' : 'registered' });
  const registered = event.type === registeredType;
  return { event, data: data as JsonObject, personal, effect: { digest, links, registered, ...(livesAt ? { livesAt: livesAt.token } : {}) } };
};

const personWith = (person: string | undefined): { person?: string } => (person === undefined ? {} : { person });

const intoId = (data: Record<string, Json | Tree>, at: number): string | undefined => {
  const into = data['into'];
  const part = Array.isArray(into) ? (into[at] as unknown) : undefined;
  return isObject(part) && typeof part['householdId'] === 'string' ? part['householdId'] : undefined;
};

export type Sealing = { readonly sealer: Sealer; readonly key: DataKey; readonly householdId: string; readonly storeId: string };

/** The draft as it is stored: open facts in `data`, everything personal in a box under the household's key. */
export const sealed = (draft: Draft, publisher: Publisher, { sealer, key, householdId, storeId }: Sealing, more: JsonObject = {}): NewEvent => {
  const { event, personal } = draft;
  const bound = boundTo(storeId, event.type, householdId);
  const pointers = Object.keys(personal);
  const optional: Record<string, Json> = {};
  if (event.sequence !== undefined) optional['sequence'] = Number(event.sequence);
  if (event.traceparent !== undefined) optional['traceparent'] = event.traceparent;
  if (publisher.by !== null) optional['by'] = publisher.by;
  if (pointers.length > 0) optional['box'] = sealer.seal(key, 'personal', bound, personal);
  return {
    id: storeId,
    type: event.type,
    data: draft.data,
    metadata: {
      id: event.id,
      source: event.source,
      time: event.time,
      partner: publisher.partner,
      subject: householdId,
      occurredAt: event.data.occurredAt,
      kind: contractOf(event.type)?.scope ?? 'household',
      personal: pointers,
      ...optional,
      tokens: sealer.seal(key, 'tokens', bound, effectToJson(draft.effect)),
      ...more,
    },
  };
};
