import type { HouseholdEvent } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import { partition, type Bond } from './partition.ts';

const registered = 'nl.kring.households.registered.v1';
const merged = 'nl.kring.households.merged.v1';
const split = 'nl.kring.households.split.v1';

/** Ids that were ever told to be one household, with all that was told of them. */
type Cluster = { readonly ids: ReadonlySet<string>; readonly bonds: readonly Bond[]; readonly groups: ReadonlyMap<string, readonly string[]> };

/** Whether an event says something of which ids are one household. */
export const tellsIdentity = (type: string): boolean => type === registered || type === merged || type === split;

/** The ids that an event of identity speaks of. */
export const idsIn = (event: HouseholdEvent): readonly string[] => {
  if (event.type === merged) return [event.householdId, ...(event.data as OpenData[typeof merged]).from];
  if (event.type === split) return [event.householdId, ...(event.data as OpenData[typeof split]).into.map(({ householdId }) => householdId)];
  return [event.householdId];
};

/**
 * Which ids are one household. A merge joins ids whichever way it points, so merges commute and associate; a split parts
 * what was one until then. What counts is when they happened, never in which order they were told or how often.
 */
export class HouseholdGraph {
  private readonly told = new Set<string>();
  private readonly registrations = new Set<string>();
  private readonly clusters = new Map<string, Cluster>();

  static of(events: Iterable<HouseholdEvent>): HouseholdGraph {
    const graph = new HouseholdGraph();
    for (const event of events) graph.add(event);
    return graph;
  }

  /** Takes an event into account; every event that says nothing of identity is passed over. */
  add(event: HouseholdEvent): void {
    if (!tellsIdentity(event.type) || this.told.has(event.uuid)) return;
    this.told.add(event.uuid);
    if (event.type === registered) this.registrations.add(event.householdId);
    else this.bind({ kind: event.type === merged ? 'merge' : 'split', at: Date.parse(event.occurredAt), uuid: event.uuid, ids: idsIn(event) });
  }

  /** The id that stands for the household: a registered one where there is any, of those the lowest. */
  canonicalOf(id: string): string {
    const aliases = this.aliasesOf(id);
    return aliases.find((alias) => this.registrations.has(alias)) ?? aliases[0] ?? id;
  }

  /** Every id of the same household in order, the asked one included. */
  aliasesOf(id: string): readonly string[] {
    return this.clusters.get(id)?.groups.get(id) ?? [id];
  }

  private bind(bond: Bond): void {
    const touched = new Set(bond.ids.flatMap((id) => this.clusters.get(id) ?? []));
    const ids = new Set([...bond.ids, ...[...touched].flatMap((cluster) => [...cluster.ids])]);
    const bonds = [bond, ...[...touched].flatMap((cluster) => cluster.bonds)];
    const cluster = { ids, bonds, groups: partition(ids, bonds) };
    for (const id of ids) this.clusters.set(id, cluster);
  }
}
