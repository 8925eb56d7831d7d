import { contractOf } from '@kring/contracts';
import type { JsonObject, NewEvent } from '@kring/event-store';
import { uuidOfText } from './event-id.ts';
import { mergedType } from './event-types.ts';

export const hubSource = 'urn:nld:kvknr:90000000:systeem:kring-hub';

/** Why the hub may say it; what it records for its own audit rests on no ground but its task. */
const ground = { legalBasis: 'wmo', purpose: 'coordination' };

/** An event of the hub itself, with an id that follows from what it is about: made twice, it is the same event. */
export const hubEvent = (type: string, householdId: string, about: string, data: JsonObject, at: string): NewEvent => {
  const id = uuidOfText(`${hubSource}\0${type}\0${about}`);
  const kind = contractOf(type)?.scope ?? 'household';
  return {
    id,
    type,
    data: { household: { householdId }, occurredAt: at, ...(kind === 'household' ? ground : {}), ...data },
    metadata: { id, source: hubSource, time: at, partner: 'hub', subject: householdId, occurredAt: at, kind, personal: [] },
  };
};

/** These households turned out to be one; the event that showed it is named. */
export const mergedEvent = (householdId: string, from: readonly string[], becauseOf: string, at: string): NewEvent =>
  hubEvent(mergedType, householdId, `${householdId}\0${[...from].sort().join(',')}\0${becauseOf}`, { from: [...from] }, at);
