import type { HouseholdEvent } from '@kring/household';
import type { LeftOut } from '@kring/projection-runtime';
import { Cluster } from './cluster.ts';

export type Sifted = {
  /** The cluster of the events that can be drawn. */
  readonly sound: Cluster;
  /** The others, per household that they are about. */
  readonly undone: readonly { readonly name: string; readonly fault: unknown; readonly leftOut: readonly LeftOut[] }[];
};

const leftOut = ({ householdId, partner, position, type, uuid }: HouseholdEvent, state: LeftOut['state']): LeftOut => ({
  partition: householdId, state, stream: `${partner}-${householdId}`, position, type, eventId: uuid,
});

/**
 * Finds the events with which a cluster cannot be drawn, one by one in the order of the log: the first such event of a household
 * is poisoned, and what comes after it about the same household waits behind it.
 */
export const sift = (cluster: Cluster, draw: (cluster: Cluster) => void): Sifted => {
  const undone = new Map<string, { readonly name: string; readonly fault: unknown; readonly leftOut: LeftOut[] }>();
  const kept: HouseholdEvent[] = [];
  let sound = new Cluster(cluster.ids, [], cluster.written);
  for (const event of cluster.history) {
    const parked = undone.get(event.householdId);
    if (parked) {
      parked.leftOut.push(leftOut(event, 'behind'));
      continue;
    }
    try {
      sound.add(event);
      draw(sound);
      kept.push(event);
    } catch (fault) {
      undone.set(event.householdId, { name: event.householdId, fault, leftOut: [leftOut(event, 'poisoned')] });
      sound = new Cluster(cluster.ids, [...kept], cluster.written);
    }
  }
  return { sound, undone: [...undone.values()] };
};
