import type { Json, JsonObject, NewEvent } from '@kring/event-store';
import { uuidOfText } from './event-id.ts';
import { mergedType } from './event-types.ts';

export const hubSource = 'urn:nld:kvknr:90000000:systeem:kring-hub';

/** An event of the hub itself, with an id that follows from what it is about: made twice, it is the same event. */
export const hubEvent = (type: string, householdId: string, about: string, data: JsonObject, at: string): NewEvent => {
  const id = uuidOfText(`${hubSource}\0${type}\0${about}`);
  const facts: Record<string, Json> = { household: { householdId }, occurredAt: at, legalBasis: 'wmo', purpose: 'coordination', ...data };
  return {
    id,
    type,
    data: facts,
    metadata: { id, source: hubSource, time: at, partner: 'hub', subject: householdId, occurredAt: at, kind: 'household', personal: [] },
  };
};

/** These households turned out to be one; the event that showed it is named. */
export const mergedEvent = (householdId: string, from: readonly string[], becauseOf: string, at: string): NewEvent =>
  hubEvent(mergedType, householdId, `${householdId}\0${[...from].sort().join(',')}\0${becauseOf}`, { from: [...from] }, at);
