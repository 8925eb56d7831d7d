import { circleAt, type HouseholdEvent } from '@kring/household';
import {
  ChangeSet, HouseholdView, boxRow, circleRow, historyRow, householdEventOf, householdIdsIn, householdViewName, sealedBoxOf, type ProjectionDefinition,
} from '@kring/projection-runtime';
import type { Regions } from '@kring/regions';

/** The rows of a household that looking back needs, in the plainest way: everything anew on each event. */
export const plainView = (regions: Regions, now: () => Date): ProjectionDefinition => ({
  name: householdViewName,
  apply: async (batch, read) => {
    const changes = new ChangeSet();
    const events = batch.flatMap((recorded) => {
      const event = householdEventOf(recorded);
      const box = sealedBoxOf(recorded);
      if (event) changes.put(historyRow(event), ...(box ? [boxRow(event, box)] : []));
      return event ?? [];
    });
    const view = new HouseholdView(read);
    const asOf = now().toISOString();
    for (const [householdId, own] of Map.groupBy(events, (event) => event.householdId)) {
      const told: HouseholdEvent[] = [...(await view.history([householdId])), ...own];
      const cluster = [...new Set([householdId, ...told.flatMap(householdIdsIn)])].sort();
      const { circle, changesAt } = circleAt(told, { householdId, asOf, knownAt: asOf }, (area) => regions.rulesFor(area));
      changes.put(circleRow(householdId, { circle, ids: cluster, cluster, changesAt, drawnByTime: null, alertKeys: [] }));
    }
    changes.touch(...new Set(events.map(({ householdId }) => householdId)));
    return changes.step();
  },
});
