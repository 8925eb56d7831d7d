import { randomUUID } from 'node:crypto';

/** An event as a store is given it: some 600 bytes of JSON, as those of the hub are on average. */
export type StoredEvent = { readonly id: string; readonly type: string; readonly data: Readonly<Record<string, string | { readonly [key: string]: string }>>; readonly metadata: Readonly<Record<string, string>> };

const box = 'AQAAAAEAAAAAAAAAAV7mJ0k5cVtq2wXy0uFhN1rTzLbPZs8gQeKd4CxoHa6iMvRj3BWlUnEfYpDGtIS9OV'.repeat(2);
const happenedAt = '2026-03-02T09:00:00.000Z';

/** Another event each time, made the same way for all who store it. */
export const storedEvent = (): StoredEvent => {
  const id = randomUUID();
  return {
    id,
    type: 'nl.kring.involvements.started.v1',
    data: { household: { householdId: id }, occurredAt: happenedAt, involvementId: id, level: 'basic-team', domain: 'care', legalBasis: 'zvw', purpose: 'involvement' },
    metadata: { id, source: 'urn:nld:kvknr:90000012:systeem:kring-demo', time: happenedAt, occurredAt: happenedAt, partner: 'omring', subject: id, box },
  };
};

export const storedEvents = (count: number): StoredEvent[] => Array.from({ length: count }, storedEvent);
