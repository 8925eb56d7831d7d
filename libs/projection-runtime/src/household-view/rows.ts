import type { AlertRow } from '@kring/contracts';
import type { HouseholdEvent, SealedCircle } from '@kring/household';
import type { ViewRow } from '@kring/view-store';
import type { SealedBox } from '../household-event.ts';
import type { RowKey } from '../definition.ts';

/** The projection that writes these rows; readers name it when they wait for a position. */
export const householdViewName = 'households';

/** Where the rows of a household are kept. */
export const householdCollections = { circle: 'circle', cluster: 'cluster', history: 'history', box: 'box', alert: 'alert', due: 'due', sequence: 'sequence', gaps: 'gaps' } as const;

/** The circle of a household as it was worked out last, still sealed. It holds until `changesAt`, or until a new event. */
export type CircleRow = {
  readonly circle: SealedCircle;
  /** Every household id that is this household, since merges; the canonical one first. */
  readonly ids: readonly string[];
  /** Every id that was ever told to be one household with it, by merges and splits: all whose events it may rest on. */
  readonly cluster: readonly string[];
  /**
   * When it was drawn, where that was not with its last event: because time had changed it, or from a backlog. So a circle that
   * was drawn anew is never older than the one that it replaces, and a reader who has that one is sent this one.
   */
  readonly drawnByTime: string | null;
  /** When time alone changes it; null when it doesn't. */
  readonly changesAt: string | null;
  /** Keys of the alert rows that stand beside it. */
  readonly alertKeys: readonly string[];
};

/** What stands under an id that was merged into another household. */
export type MergedRow = { readonly mergedInto: string };

export const isMerged = (row: CircleRow | MergedRow): row is MergedRow => 'mergedInto' in row;

/** The sealed personal fields of one event, with what they are bound to. */
export type BoxRow = { readonly uuid: string; readonly type: string; readonly householdId: string; readonly box: string };

/**
 * One line of the worklist. One about a household is as visible as the household; one about a publisher, a team or an area
 * names no household but the partners that may read it.
 */
export type AlertLine = { readonly region: string; readonly area: string; readonly alert: AlertRow } & (
  | { readonly householdId: string }
  | { readonly householdId: null; readonly readers: readonly string[] }
);

export const encode = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
export const decode = <T>(bytes: Uint8Array): T => JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as T;

const historyPrefix = (householdId: string): string => `${householdId}/`;
export const historyOf = (householdId: string): { readonly collection: string; readonly prefix: string } => ({
  collection: householdCollections.history,
  prefix: historyPrefix(householdId),
});

export const historyKey = (householdId: string, position: string): RowKey => ({ collection: householdCollections.history, key: `${historyPrefix(householdId)}${position}` });
export const historyRow = (event: HouseholdEvent): ViewRow => ({ ...historyKey(event.householdId, event.position), value: encode(event) });

export const boxKey = (uuid: string): RowKey => ({ collection: householdCollections.box, key: uuid });

export const boxRow = (event: HouseholdEvent, sealed: SealedBox): ViewRow => {
  const row: BoxRow = { uuid: event.uuid, householdId: event.householdId, ...sealed };
  return { ...boxKey(event.uuid), value: encode(row) };
};

export const circleRow = (householdId: string, row: CircleRow | MergedRow): ViewRow => ({ collection: householdCollections.circle, key: householdId, value: encode(row) });

/** The ids that merges and splits tie together; only where there are several. */
export type ClusterRow = { readonly ids: readonly string[] };
export const clusterRows = (ids: readonly string[]): readonly ViewRow[] =>
  ids.length < 2 ? [] : ids.map((key) => ({ collection: householdCollections.cluster, key, value: encode({ ids } satisfies ClusterRow) }));

/** Sorts before every instant: due as soon as there is time. */
export const atOnce = '0';

/** Instants sort by time, so what is due up to now is the head of the collection. */
export const dueKey = (at: string, householdId: string): string => `${at}/${householdId}`;
export const dueIn = (key: string): { readonly at: string; readonly householdId: string } => {
  const end = key.indexOf('/');
  return { at: key.slice(0, end), householdId: key.slice(end + 1) };
};
export const dueUpTo = (now: Date): string => `${now.toISOString()}/~`;
export const dueRow = (at: string, householdId: string): ViewRow => ({ collection: householdCollections.due, key: dueKey(at, householdId), value: encode(householdId) });

/** How the numbering of one publishing system stands: every number up to `highest` has come, but for the ranges that are missing. */
export type SequenceRow = { readonly partner: string; readonly highest: number; readonly missing: readonly (readonly [from: number, to: number])[] };

/** How many events are missing of each partner; of one that is not named, none. */
export type Gaps = Readonly<Record<string, number>>;
export const gapsKey = 'all';
