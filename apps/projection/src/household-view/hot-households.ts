import type { HouseholdEvent } from '@kring/household';
import type { HouseholdView } from '@kring/projection-runtime';
import { Cluster } from './cluster.ts';

/** So many events are kept at hand, over all households, some 1,700 bytes each; those of the households that were longest untouched go first. */
const defaultMaxEvents = 50_000;

/** Households that are read from the view together. */
const atATime = 8;

/** The households that had events lately, so that a next event needs no reading. What is not here is read from the view. */
export class HotHouseholds {
  /** In the order in which they were touched. */
  readonly #byFirstId = new Map<string, Cluster>();
  readonly #firstIdOf = new Map<string, string>();
  #events = 0;

  constructor(private readonly maxEvents = defaultMaxEvents) {}

  get eventsAtHand(): number {
    return this.#events;
  }

  /** Brings these households to hand. One that the view does not know is begun. */
  async load(householdIds: readonly string[], view: HouseholdView): Promise<void> {
    const missing = householdIds.filter((id) => !this.has(id));
    if (missing.length === 0) return;
    const clusters = new Map((await view.clusters(missing)).map((ids) => [ids[0] ?? '', ids]));
    for (const cluster of await Promise.all([...clusters.values()].map((ids) => read(ids, view)))) this.#put(cluster);
  }

  /**
   * Brings so many of these households to hand, in their order, that they have this many events or a few more; answers how many
   * households that were, at least one.
   */
  async loadUpTo(events: number, householdIds: readonly string[], view: HouseholdView): Promise<number> {
    for (let at = 0, loaded = 0; at < householdIds.length; ) {
      const some = householdIds.slice(at, at + atATime);
      await this.load(some, view);
      at += some.length;
      loaded += some.reduce((sum, id) => sum + this.of(id).size, 0);
      if (loaded >= events) return at;
    }
    return householdIds.length;
  }

  has(householdId: string): boolean {
    return this.#firstIdOf.has(householdId);
  }

  of(householdId: string): Cluster {
    const cluster = this.#byFirstId.get(this.#firstIdOf.get(householdId) ?? '');
    if (!cluster) throw new Error('a household was not brought to hand before it was asked for');
    return cluster;
  }

  /** An event that is already there changes nothing. */
  add(event: HouseholdEvent): void {
    if (this.of(event.householdId).add(event)) this.#events += 1;
  }

  /** These ids are of one cluster from now on. */
  unite(householdIds: readonly string[]): void {
    const parts = new Set(householdIds.map((id) => this.of(id)));
    if (parts.size > 1) this.#put(Cluster.united([...parts]));
  }

  /** Lets go of the longest untouched, down to the bound. Only between two steps: a step needs what it brought to hand. */
  trim(): void {
    for (const cluster of this.#byFirstId.values()) {
      if (this.#events <= this.maxEvents) return;
      this.#drop(cluster);
    }
  }

  /** It was used: it is let go later than those that were not. */
  touch(cluster: Cluster): void {
    this.#put(cluster);
  }

  /** What is at hand of these is out of date. */
  drop(householdIds: readonly string[]): void {
    for (const id of householdIds) {
      const cluster = this.#byFirstId.get(this.#firstIdOf.get(id) ?? '');
      if (cluster) this.#drop(cluster);
    }
  }

  forget(): void {
    this.#byFirstId.clear();
    this.#firstIdOf.clear();
    this.#events = 0;
  }

  #put(cluster: Cluster): void {
    for (const id of cluster.ids) {
      const former = this.#byFirstId.get(this.#firstIdOf.get(id) ?? '');
      if (former) this.#drop(former);
    }
    const firstId = cluster.ids[0] ?? '';
    this.#byFirstId.set(firstId, cluster);
    for (const id of cluster.ids) this.#firstIdOf.set(id, firstId);
    this.#events += cluster.size;
  }

  #drop(cluster: Cluster): void {
    this.#byFirstId.delete(cluster.ids[0] ?? '');
    for (const id of cluster.ids) this.#firstIdOf.delete(id);
    this.#events -= cluster.size;
  }
}

/** What stands in the view for each household of a cluster is known from its row. */
const read = async (ids: readonly string[], view: HouseholdView): Promise<Cluster> => {
  const [events, rows] = await Promise.all([view.history(ids), view.circles(ids)]);
  return new Cluster(ids, events, new Map(rows.flatMap((row) => (row ? [[row.circle.canonicalId, row] as const] : []))));
};
