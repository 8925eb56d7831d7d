import type { HouseholdEvent } from '@kring/household';
import { pinned, type ViewReader } from '../definition.ts';
import { decode, gapsKey, historyOf, householdCollections, isMerged, type AlertLine, type BoxRow, type CircleRow, type ClusterRow, type Gaps, type MergedRow } from './rows.ts';

/** Merges that lead on to another merge are followed this far; the projection keeps them one step long. */
const maxSteps = 8;
/** Rows that are asked for in one call. */
const pageSize = 1_000;

/** A line of the worklist with where it stands, to go on from. */
export type FoundAlert = AlertLine & { readonly key: string };

/** What the household projection wrote, for those who read it. Nothing here is opened or judged: it is sealed, and whole. */
export class HouseholdView {
  constructor(private readonly view: ViewReader) {}

  /** The circles of these households, in their order; undefined where the household is not known. A merged id leads to what it is part of. */
  async circles(householdIds: readonly string[]): Promise<readonly (CircleRow | undefined)[]> {
    const view = await pinned(this.view);
    const found = await rowsIn(view, householdIds);
    const wanted = new Map(householdIds.map((id, index) => [id, found[index]]));
    for (let step = 0; step < maxSteps; step += 1) {
      const merged = [...wanted].flatMap(([id, row]) => (row && isMerged(row) ? [{ id, into: row.mergedInto }] : []));
      if (merged.length === 0) break;
      const rows = await rowsIn(view, merged.map(({ into }) => into));
      merged.forEach(({ id }, index) => wanted.set(id, rows[index]));
    }
    return householdIds.map((id) => {
      const row = wanted.get(id);
      return row && !isMerged(row) ? row : undefined;
    });
  }

  async circle(householdId: string): Promise<CircleRow | undefined> {
    return (await this.circles([householdId]))[0];
  }

  /** For each of these ids, all the ids that merges and splits tie to it, itself included. */
  async clusters(householdIds: readonly string[]): Promise<readonly (readonly string[])[]> {
    const rows = householdIds.length === 0 ? [] : await this.view.get(householdCollections.cluster, householdIds);
    return householdIds.map((id, index) => {
      const bytes = rows[index];
      return bytes ? decode<ClusterRow>(bytes).ids : [id];
    });
  }

  /** Every event of these households, in the order of the log. */
  async history(householdIds: readonly string[]): Promise<HouseholdEvent[]> {
    const view = await pinned(this.view);
    const parts = await Promise.all(householdIds.map((id) => historyIn(view, id)));
    const events = parts.flat();
    return parts.length > 1 ? events.sort((one, other) => (one.position < other.position ? -1 : 1)) : events;
  }

  /** The sealed boxes of these events, by event; one that has none is left out. */
  async boxes(uuids: readonly string[]): Promise<ReadonlyMap<string, BoxRow>> {
    const view = await pinned(this.view);
    const found = new Map<string, BoxRow>();
    for (let at = 0; at < uuids.length; at += pageSize) {
      const rows = await view.get(householdCollections.box, uuids.slice(at, at + pageSize));
      for (const bytes of rows) {
        if (!bytes) continue;
        const row = decode<BoxRow>(bytes);
        found.set(row.uuid, row);
      }
    }
    return found;
  }

  /** How many events are missing of each partner, by its own numbering. */
  async gaps(): Promise<Gaps> {
    const [bytes] = await this.view.get(householdCollections.gaps, [gapsKey]);
    return bytes ? decode<Gaps>(bytes) : {};
  }

  /** Lines of the worklist that carry every one of `terms`, the longest standing first. */
  async alerts(terms: readonly string[], page: { readonly after?: string; readonly limit: number }): Promise<readonly FoundAlert[]> {
    const rows = await this.view.find(householdCollections.alert, { terms, ...page });
    return rows.map(({ key, value }) => ({ ...decode<AlertLine>(value), key }));
  }
}

const rowsIn = async (view: ViewReader, householdIds: readonly string[]): Promise<readonly (CircleRow | MergedRow | undefined)[]> => {
  if (householdIds.length === 0) return [];
  const rows = await view.get(householdCollections.circle, householdIds);
  return rows.map((bytes) => (bytes ? decode<CircleRow | MergedRow>(bytes) : undefined));
};

const historyIn = async (view: ViewReader, householdId: string): Promise<HouseholdEvent[]> => {
  const { collection, prefix } = historyOf(householdId);
  const events: HouseholdEvent[] = [];
  for (let after: string | undefined; ; ) {
    const rows = await view.find(collection, { prefix, after, limit: pageSize });
    for (const { value } of rows) events.push(decode<HouseholdEvent>(value));
    if (rows.length < pageSize) return events;
    after = rows.at(-1)?.key;
  }
};
