import { upcast } from '@kring/contracts';
import type { RecordedEvent } from '@kring/event-store';
import { tellsIdentity, type HouseholdEvent } from '@kring/household';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const instant = (value: unknown): string | undefined => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined);

type Told = { readonly partner: string; readonly householdId: string };

/** Whose word it is, about which household, by the envelope alone: it holds for an event whose content cannot be taken, too. */
const toldBy = ({ stream, metadata }: RecordedEvent): Told | null => {
  const partner = text(metadata['partner']);
  const householdId = text(metadata['subject']);
  return partner && householdId && stream === `${partner}-${householdId}` ? { partner, householdId } : null;
};

/** The household that an event is stored for; null when it is not about one. */
export const householdIdOf = (event: RecordedEvent): string | null => toldBy(event)?.householdId ?? null;

/**
 * The event as the domain folds it, in the newest version of its type, or null when it is not about one household: `access-…`,
 * `unresolved-…` and neighbourhood streams pass by. A household's streams are `<partner>-<householdId>` and the hub's own
 * `hub-<householdId>`.
 */
export const householdEventOf = (event: RecordedEvent): HouseholdEvent | null => {
  const told = toldBy(event);
  if (!told) return null;
  const { metadata } = event;
  const { type, data } = upcast(event.type, event.data, metadata);
  const personal = metadata['personal'];
  const sequence = metadata['sequence'];
  return {
    uuid: event.id,
    id: text(metadata['id']) ?? event.id,
    type,
    ...told,
    position: event.position,
    recordedAt: event.recordedAt,
    occurredAt: instant(metadata['occurredAt']) ?? instant(metadata['time']) ?? event.recordedAt,
    source: text(metadata['source']) ?? '',
    sequence: typeof sequence === 'number' ? sequence : typeof sequence === 'string' && sequence !== '' ? Number(sequence) : null,
    data,
    personal: Array.isArray(personal) ? personal.filter((one): one is string => typeof one === 'string') : [],
  };
};

/** What an event has sealed, and the version of its type that it was sealed as: the seal holds for no other. */
export type SealedBox = { readonly type: string; readonly box: string };

/** The sealed personal fields of the event, as they were stored; null when it has none. */
export const sealedBoxOf = ({ type, metadata }: RecordedEvent): SealedBox | null => {
  const box = text(metadata['box']);
  return box === undefined ? null : { type, box };
};

const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap(idIn) : []);
const idIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  const householdId = (value as { readonly householdId?: unknown } | null)?.householdId;
  return typeof householdId === 'string' ? [householdId] : [];
};

/** The household that an event is about, and those that it says were merged into it or split off. */
export const householdIdsIn = (event: HouseholdEvent): readonly string[] =>
  tellsIdentity(event.type) ? [event.householdId, ...idsIn(event.data['from']), ...idsIn(event.data['into'])] : [event.householdId];
