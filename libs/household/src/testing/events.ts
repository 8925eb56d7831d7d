import type { HouseholdEvent } from '../event.ts';
import type { CommonData, CircleEventType, OpenData } from '../event-data.ts';

/** The household of the specs. */
export const household = 'h-1';

/** What a spec may say of an event besides what happened. */
export type Envelope = Partial<Pick<HouseholdEvent, 'uuid' | 'id' | 'householdId' | 'position' | 'recordedAt' | 'source' | 'sequence' | 'personal'>>;

/** An event as a spec tells it: who says when that what happened. The hub records it at once unless the spec says otherwise. */
export const told = <Type extends CircleEventType>(partner: string, at: string, type: Type, data: OpenData[Type] & CommonData, envelope: Envelope = {}): HouseholdEvent => {
  const occurredAt = instant(at);
  const id = envelope.id ?? `${partner}/${type.split('.').slice(2, 4).join('.')}@${occurredAt}/${Object.values(data).filter((value) => typeof value === 'string').join('/')}`;
  return {
    uuid: `uuid-of-${id}`,
    id,
    type,
    partner,
    householdId: household,
    position: '',
    recordedAt: occurredAt,
    occurredAt,
    source: `urn:nld:kvknr:90000001:systeem:${partner}`,
    sequence: null,
    data: data as Readonly<Record<string, unknown>>,
    personal: [],
    ...envelope,
  };
};

/** A time as specs write it, to the second in UTC; a bare date is noon UTC, well within the same local day. */
export const instant = (text: string): string => new Date(text.length === 10 ? `${text}T12:00:00Z` : text).toISOString();

/** The events as the log would hold them: in the order in which they were recorded, each with its position. */
export const recorded = (events: readonly HouseholdEvent[]): HouseholdEvent[] =>
  [...events]
    .map((event, index) => ({ event, index }))
    .sort((one, other) => Date.parse(one.event.recordedAt) - Date.parse(other.event.recordedAt) || one.index - other.index)
    .map(({ event }, index) => (event.position === '' ? { ...event, position: String(index + 1).padStart(16, '0') } : event));
