import { circleAt, type HouseholdEvent } from '@kring/household';
import {
  ChangeSet, HouseholdView, boxRow, circleRow, codeTerm, historyRow, householdCollections, householdEventOf, householdIdsIn, householdViewName, readerTerm, sealedBoxOf,
  type ProjectionDefinition,
} from '@kring/projection-runtime';
import type { Regions } from '@kring/regions';

/** The rows of a household as the projection writes them, in the plainest way: everything anew on each event. */
export const drawnHouseholds = (regions: Regions, now: () => Date): ProjectionDefinition => ({
  name: householdViewName,
  apply: async (batch, read) => {
    const changes = new ChangeSet();
    const events = batch.flatMap((recorded) => {
      const event = householdEventOf(recorded);
      const box = sealedBoxOf(recorded);
      if (event) changes.put(historyRow(event), ...(box ? [boxRow(event, box)] : []));
      return event ?? [];
    });
    const ids = [...new Set(events.flatMap(householdIdsIn))];
    const view = new HouseholdView(read);
    const cluster = [...new Set([...ids, ...(await view.circles(ids)).flatMap((row) => row?.cluster ?? [])])].sort();
    const told: HouseholdEvent[] = [...(await view.history(cluster)), ...events];
    const asOf = now().toISOString();
    for (const householdId of ids) {
      const { circle, changesAt } = circleAt(told, { householdId, asOf, knownAt: asOf }, (area) => regions.rulesFor(area));
      const { canonicalId } = circle;
      if (householdId !== canonicalId) changes.put(circleRow(householdId, { mergedInto: canonicalId }));
      else changes.put(circleRow(householdId, { circle, ids: cluster, cluster, changesAt, drawnByTime: null, alertKeys: [] }));
      for (const alert of householdId === canonicalId ? circle.alerts : []) {
        const line = { householdId, region: circle.region, area: circle.area, alert };
        const terms = [codeTerm(alert.code), ...circle.freshness.map(({ organisation }) => readerTerm(organisation))];
        changes.put({ collection: householdCollections.alert, key: `${alert.since}/${householdId}/${alert.code}`, value: Buffer.from(JSON.stringify(line)), terms });
      }
    }
    changes.touch(...cluster);
    return changes.step();
  },
});
