import { contractOf } from '@kring/contracts';
import type { Json, JsonObject, RecordedEvent } from '@kring/event-store';
import { householdEventOf } from '@kring/projection-runtime';

/**
 * An event as the log has it, with its boxes left out: what is open in it, and the pointers of what is sealed. Of a withheld one
 * only that it is there, so that no place in the log is passed over.
 */
export type LoggedEvent = {
  readonly position: string;
  readonly recordedAt: string;
  readonly withheld: boolean;
  readonly stream: string | null;
  readonly id: string | null;
  readonly source: string | null;
  readonly type: string | null;
  readonly occurredAt: string | null;
  /** The partner that published it; `hub` for the hub itself. */
  readonly organisation: string | null;
  readonly householdId: string | null;
  /** The account behind it, where a person gave a command. */
  readonly by: string | null;
  readonly data: JsonObject | null;
  readonly personal: readonly string[];
};

const text = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
const texts = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

/** Of signals, those who watch over the hub see that they were there and in time, not what they were about. */
const keptOfSignals: ReadonlySet<string> = new Set(['kind', 'domain', 'outcome']);

const forWatchers = (type: string, data: JsonObject): JsonObject =>
  type.startsWith('nl.kring.signals.') ? Object.fromEntries(Object.entries(data).filter(([field]) => !keptOfSignals.has(field))) : data;

export const withheld = ({ position, recordedAt }: RecordedEvent): LoggedEvent => ({
  position, recordedAt, withheld: true, stream: null, id: null, source: null, type: null, occurredAt: null, organisation: null, householdId: null, by: null, data: null, personal: [],
});

/** Named field by field: whatever else stands beside an event is not for showing. */
export const loggedEvent = (event: RecordedEvent): LoggedEvent => {
  const { position, recordedAt, stream, type, data, metadata } = event;
  return {
    position, recordedAt, withheld: false, stream, type,
    // What the catalogue does not have is the hub's own bookkeeping, such as the tokens that a kept event waits for.
    data: contractOf(type) ? forWatchers(type, data) : null,
    id: text(metadata['id']) ?? event.id,
    source: text(metadata['source']),
    occurredAt: text(metadata['occurredAt']) ?? text(metadata['time']),
    organisation: text(metadata['partner']),
    householdId: householdEventOf(event)?.householdId ?? null,
    by: text(metadata['by']),
    personal: texts(metadata['personal']),
  };
};
