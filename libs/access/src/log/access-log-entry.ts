import { AccessDeniedData } from '@kring/contracts';
import type { RecordedEvent } from '@kring/event-store';

/** One line of the access log of a household. */
export type AccessLogEntry = {
  readonly eventId: string;
  readonly type: string;
  readonly at: string;
  readonly viewer: string;
  readonly viewerKind: string;
  /** The viewer's partner; null for a resident or the hub's own staff. */
  readonly organisation: string | null;
  readonly purpose: string | null;
  readonly view: string;
  /** Ids of the members that it told about. */
  readonly persons: readonly string[];
  readonly denied: boolean;
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const entryOf = ({ id, type, data, recordedAt }: RecordedEvent): AccessLogEntry => ({
  eventId: id,
  type,
  at: text(data['occurredAt']) ?? recordedAt,
  viewer: text(data['viewer']) ?? '',
  viewerKind: text(data['viewerKind']) ?? '',
  organisation: text(data['organisation']),
  purpose: text(data['purpose']),
  view: text(data['view']) ?? '',
  persons: Array.isArray(data['persons']) ? data['persons'].filter((person): person is string => typeof person === 'string') : [],
  denied: type === AccessDeniedData.type,
});
