import type { HouseholdEvent } from '@kring/household';
import type { HouseholdView } from '@kring/projection-runtime';

/** What was written for a household the last time, to know what a new circle replaces. */
export type Written = { readonly alertKeys: readonly string[]; readonly changesAt: string | null };

/** A household as the projection works on it: everything that is known of it, over all the ids that it was known by. */
export type HotHousehold = {
  readonly ids: readonly string[];
  /** In the order of the log; grows in place. */
  readonly events: HouseholdEvent[];
  /** What stands in the view, per id that a circle stands under. */
  readonly written: ReadonlyMap<string, Written>;
};

/** So many events are kept at hand, over all households; those of the households that were longest untouched go first. */
const defaultMaxEvents = 200_000;

const byPosition = (one: HouseholdEvent, other: HouseholdEvent): number => (one.position < other.position ? -1 : 1);

const united = (households: readonly HotHousehold[]): HotHousehold => ({
  ids: [...new Set(households.flatMap((one) => one.ids))].sort(),
  events: households.flatMap((one) => one.events).sort(byPosition),
  written: new Map(households.flatMap((one) => [...one.written])),
});

/** The households that had events lately, so that a next event needs no reading. What is not here is read from the view. */
export class HotHouseholds {
  /** In the order in which they were touched. */
  readonly #byFirstId = new Map<string, HotHousehold>();
  readonly #firstIdOf = new Map<string, string>();
  #events = 0;

  constructor(private readonly maxEvents = defaultMaxEvents) {}

  get eventsAtHand(): number {
    return this.#events;
  }

  /** Brings these households to hand. One that the view does not know is begun. */
  async load(householdIds: readonly string[], view: HouseholdView): Promise<void> {
    const missing = householdIds.filter((id) => !this.#firstIdOf.has(id));
    if (missing.length === 0) return;
    const rows = await view.circles(missing);
    const loads = missing.map(async (id, index): Promise<HotHousehold> => {
      const row = rows[index];
      if (!row) return { ids: [id], events: [], written: new Map() };
      return { ids: row.ids, events: await view.history(row.ids), written: new Map([[row.circle.canonicalId, row]]) };
    });
    for (const household of await Promise.all(loads)) if (!household.ids.some((id) => this.#firstIdOf.has(id))) this.#put(household);
  }

  of(householdId: string): HotHousehold {
    const household = this.#byFirstId.get(this.#firstIdOf.get(householdId) ?? '');
    if (!household) throw new Error('a household was not brought to hand before it was asked for');
    return household;
  }

  /** An event that is already there changes nothing. */
  add(event: HouseholdEvent): void {
    const { events } = this.of(event.householdId);
    const last = events.at(-1);
    const inTurn = !last || last.position < event.position;
    if (!inTurn && events.some((one) => one.position === event.position)) return;
    events.push(event);
    this.#events += 1;
    if (!inTurn) events.sort(byPosition);
  }

  /** These households are one. */
  unite(householdIds: readonly string[]): void {
    const parts = new Set(householdIds.map((id) => this.of(id)));
    if (parts.size > 1) this.#put(united([...parts]));
  }

  written(householdId: string, written: ReadonlyMap<string, Written>): void {
    this.#put({ ...this.of(householdId), written });
  }

  forget(): void {
    this.#byFirstId.clear();
    this.#firstIdOf.clear();
    this.#events = 0;
  }

  /** Lets go of the longest untouched, down to the bound. Only between two steps: a step needs what it brought to hand. */
  trim(): void {
    for (const household of this.#byFirstId.values()) {
      if (this.#events <= this.maxEvents) return;
      this.#drop(household);
    }
  }

  #put(household: HotHousehold): void {
    for (const id of household.ids) {
      const former = this.#byFirstId.get(this.#firstIdOf.get(id) ?? '');
      if (former) this.#drop(former);
    }
    const firstId = household.ids[0] ?? '';
    this.#byFirstId.set(firstId, household);
    for (const id of household.ids) this.#firstIdOf.set(id, firstId);
    this.#events += household.events.length;
  }

  #drop(household: HotHousehold): void {
    this.#byFirstId.delete(household.ids[0] ?? '');
    for (const id of household.ids) this.#firstIdOf.delete(id);
    this.#events -= household.events.length;
  }
}
