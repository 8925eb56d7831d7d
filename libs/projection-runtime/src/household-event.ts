import type { RecordedEvent } from '@kring/event-store';
import { tellsIdentity, type HouseholdEvent } from '@kring/household';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const instant = (value: unknown): string | undefined => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined);

/**
 * The event as the domain folds it, or null when it is not about one household: `access-…`, `unresolved-…` and
 * neighbourhood streams pass by. A household's streams are `<partner>-<householdId>` and the hub's own `hub-<householdId>`.
 */
export const householdEventOf = (event: RecordedEvent): HouseholdEvent | null => {
  const { metadata } = event;
  const partner = text(metadata['partner']);
  const householdId = text(metadata['subject']);
  if (!partner || !householdId || event.stream !== `${partner}-${householdId}`) return null;
  const personal = metadata['personal'];
  const sequence = metadata['sequence'];
  return {
    uuid: event.id,
    id: text(metadata['id']) ?? event.id,
    type: event.type,
    partner,
    householdId,
    position: event.position,
    recordedAt: event.recordedAt,
    occurredAt: instant(metadata['occurredAt']) ?? instant(metadata['time']) ?? event.recordedAt,
    source: text(metadata['source']) ?? '',
    sequence: typeof sequence === 'number' ? sequence : typeof sequence === 'string' && sequence !== '' ? Number(sequence) : null,
    data: event.data,
    personal: Array.isArray(personal) ? personal.filter((one): one is string => typeof one === 'string') : [],
  };
};

/** The sealed personal fields of the event, as they were stored; null when it has none. */
export const sealedBoxOf = (event: RecordedEvent): string | null => text(event.metadata['box']) ?? null;

const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap(idIn) : []);
const idIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  const householdId = (value as { readonly householdId?: unknown } | null)?.householdId;
  return typeof householdId === 'string' ? [householdId] : [];
};

/** The household that an event is about, and those that it says were merged into it or split off. */
export const householdIdsIn = (event: HouseholdEvent): readonly string[] =>
  tellsIdentity(event.type) ? [event.householdId, ...idsIn(event.data['from']), ...idsIn(event.data['into'])] : [event.householdId];
