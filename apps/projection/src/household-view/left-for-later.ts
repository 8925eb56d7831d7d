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

/**
 * Keeps events whose circles will be drawn later: each household once, however many of its events are in the backlog. That it
 * is to be drawn stands in the view itself, so that an interruption forgets nothing.
 */
export const leaveForLater = async (events: readonly HouseholdEvent[], view: HouseholdView, changes: ChangeSet): Promise<void> => {
  for (const ids of await tiedBy(events.filter(({ type }) => tellsIdentity(type)), view)) changes.put(...clusterRows(ids));
  for (const householdId of new Set(events.flatMap(householdIdsIn))) changes.put(dueRow(atOnce, householdId));
};
