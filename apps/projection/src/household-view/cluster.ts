import { CircleFold, HouseholdGraph, tellsIdentity, type CircleAt, type HouseholdEvent, type RulesOfArea } from '@kring/household';

/** What was written for a household the last time, to know what a new circle replaces. */
export type Written = { readonly alertKeys: readonly string[]; readonly changesAt: string | null };

/** A household among the ids of a cluster; `ids` has the canonical one first. */
export type HouseholdIds = { readonly canonicalId: string; readonly ids: readonly string[] };

const byPosition = (one: HouseholdEvent, other: HouseholdEvent): number => (one.position < other.position ? -1 : 1);

/**
 * The ids that were ever told to be one household, by merges and splits, with all their events. Nearly always that is one
 * id and one household.
 */
export class Cluster {
  readonly #folds = new Map<string, CircleFold>();

  /** `written`: what stands in the view, per id that a circle stands under. `events` are in the order of the log. */
  constructor(
    readonly ids: readonly string[],
    private readonly events: HouseholdEvent[] = [],
    public written: ReadonlyMap<string, Written> = new Map(),
  ) {}

  static united(clusters: readonly Cluster[]): Cluster {
    const ids = [...new Set(clusters.flatMap((one) => one.ids))].sort();
    const events = clusters.flatMap((one) => one.events).sort(byPosition);
    return new Cluster(ids, events, new Map(clusters.flatMap((one) => [...one.written])));
  }

  get size(): number {
    return this.events.length;
  }

  /** In the order of the log. */
  get history(): readonly HouseholdEvent[] {
    return this.events;
  }

  /** Answers whether the event is new here. */
  add(event: HouseholdEvent): boolean {
    const last = this.events.at(-1);
    const inTurn = !last || last.position < event.position;
    if (!inTurn && this.events.some((one) => one.position === event.position)) return false;
    this.events.push(event);
    if (!inTurn) this.events.sort(byPosition);
    if (tellsIdentity(event.type)) this.#folds.clear();
    for (const fold of this.#folds.values()) fold.apply(event);
    return true;
  }

  households(): readonly HouseholdIds[] {
    const [only = ''] = this.ids;
    if (this.ids.length === 1) return [{ canonicalId: only, ids: this.ids }];
    const graph = HouseholdGraph.of(this.events);
    const canonicalIds = new Set(this.ids.map((id) => graph.canonicalOf(id)));
    return [...canonicalIds].map((canonicalId) => ({ canonicalId, ids: [canonicalId, ...graph.aliasesOf(canonicalId).filter((id) => id !== canonicalId)] }));
  }

  /** The circle of one of its households by all that is known, at an instant; and when time alone changes it. */
  circleAt(canonicalId: string, now: string, rules: RulesOfArea): CircleAt {
    let fold = this.#folds.get(canonicalId);
    if (!fold) {
      fold = new CircleFold(rules, { householdId: canonicalId });
      for (const event of this.events) fold.apply(event);
      this.#folds.set(canonicalId, fold);
    }
    // A log of which the clock ran ahead is still known: what was recorded is never left out of the present circle.
    const lastRecorded = this.events.at(-1)?.recordedAt ?? now;
    return fold.at({ asOf: now, knownAt: lastRecorded > now ? lastRecorded : now });
  }
}
