import type { ViewRow } from '@kring/view-store';

/** Where the coordination keeps what it needs to go on after a restart; the events themselves stay in the log. */
export const collections = { cluster: 'coordination.cluster', agenda: 'coordination.agenda', state: 'coordination.state' } as const;

/** What is recorded of a household within this time is looked at together: a registration and its upload are one piece of news. */
export const burstMs = 1_000;

/**
 * When a household is to be looked at: an instant of the log's own time, so that a hub that was away does at that instant what
 * it would have done. `event`: something was recorded then; `time`: a term runs out then.
 */
export type Due = { readonly at: string; readonly by: 'event' | 'time' };

/** What a hub that makes its agenda again has read so far: the last news, and whether the hub had said something of the household by then. */
type Reread = { readonly news: string; readonly acted: boolean };

/** Ids that were ever told to be one household, by merges and splits, and the streams that speak of them; nearly always one id. */
export type ClusterRow = { readonly ids: readonly string[]; readonly streams: readonly string[]; readonly due: Due | null; readonly reread?: Reread };

/** What stands under an id of a cluster that is not its first. */
type PartRow = { readonly partOf: string };

export const isPart = (row: ClusterRow | PartRow): row is PartRow => 'partOf' in row;

const encode = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const decode = <T>(bytes: Uint8Array): T => JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as T;

export const clusterRow = (firstId: string, row: ClusterRow | PartRow): ViewRow => ({ collection: collections.cluster, key: firstId, value: encode(row) });
export const clusterIn = (bytes: Uint8Array): ClusterRow | PartRow => decode(bytes);

/** Instants sort by time, so what is due up to now is the head of the agenda. */
export const agendaKey = (at: string, firstId: string): string => `${at}/${firstId}`;
export const agendaRow = (at: string, firstId: string): ViewRow => ({ collection: collections.agenda, key: agendaKey(at, firstId), value: encode(firstId) });
export const upTo = (instant: string): string => `${instant}/~`;
export const entryIn = (key: string): { readonly at: string; readonly firstId: string } => {
  const slash = key.indexOf('/');
  return { at: key.slice(0, slash), firstId: key.slice(slash + 1) };
};

/** Stands once the whole log was seen: from then on every event is acted on in its own time. */
export const liveKey = 'live';
export const liveRow: ViewRow = { collection: collections.state, key: liveKey, value: encode(true) };

export const earliest = (...instants: readonly (string | null | undefined)[]): string | null => instants.filter((one) => typeof one === 'string').sort()[0] ?? null;
