import { tellsIdentity, type HouseholdEvent } from '@kring/household';
import { atOnce, clusterRows, dueRow, householdIdsIn, type ChangeSet, type HouseholdView } from '@kring/projection-runtime';

/** The ids that these events tie together, with those that were tied to them before. */
const tiedBy = async (events: readonly HouseholdEvent[], view: HouseholdView): Promise<readonly (readonly string[])[]> => {
  const named = [...new Set(events.flatMap(householdIdsIn))];
  const clusters = new Map((await view.clusters(named)).map((ids, index) => [named[index] ?? '', new Set(ids)]));
  for (const event of events) {
    const together = new Set(householdIdsIn(event).flatMap((id) => [...(clusters.get(id) ?? [id])]));
    for (const id of together) clusters.set(id, together);
  }
  return [...new Set(clusters.values())].map((ids) => [...ids].sort());
};

/** So many households are remembered as being noted in the view already. */
const mostRemembered = 50_000;

/**
 * Keeps events whose circles will be drawn later: each household once, however many of its events are in the backlog. That it
 * is to be drawn stands in the view itself, so that an interruption forgets nothing.
 */
export class Backlog {
  readonly #noted = new Set<string>();

  async leave(events: readonly HouseholdEvent[], view: HouseholdView, changes: ChangeSet): Promise<void> {
    for (const ids of await tiedBy(events.filter(({ type }) => tellsIdentity(type)), view)) changes.put(...clusterRows(ids));
    if (this.#noted.size > mostRemembered) this.forget();
    for (const householdId of new Set(events.flatMap(householdIdsIn))) {
      if (!this.#noted.has(householdId)) changes.put(dueRow(atOnce, householdId));
      this.#noted.add(householdId);
    }
  }

  /** It is being drawn, and not noted any more. */
  take(householdId: string): void {
    this.#noted.delete(householdId);
  }

  /** Nothing is known of what the view says; to note a household twice does no harm. */
  forget(): void {
    this.#noted.clear();
  }
}
