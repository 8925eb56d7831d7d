import { HouseholdRegisteredData } from '@kring/contracts';
import type { CloudEvent } from '@kring/publisher';
import type { Regions } from '@kring/regions';
import { demoEvents } from './demo-events.ts';

/** Gives events of one partner to the hub's door, as if its system had sent them. */
export type Admit = (partner: string, events: readonly CloudEvent[]) => Promise<Tally>;
export type Tally = { readonly accepted: number; readonly duplicates: number; readonly rejected: number };

/** As many as a back office may send in one request. */
const batchSize = 500;

/**
 * Tells the demonstration to the hub: first the households, then each partner what it saw, in the order in which it happened. With the
 * same anchor it is word for word the same, so telling it again adds nothing.
 */
export const publishDemo = async ({ regions, anchor, admit }: { regions: Regions; anchor: Date; admit: Admit }): Promise<Tally> => {
  const events = demoEvents(regions, anchor).toSorted((one, other) => one.time.localeCompare(other.time));
  const isRegistration = ({ type }: CloudEvent): boolean => type === HouseholdRegisteredData.type;
  let total: Tally = { accepted: 0, duplicates: 0, rejected: 0 };
  for (const part of [events.filter(isRegistration), events.filter((event) => !isRegistration(event))]) {
    for (const [partner, own] of Map.groupBy(part, ({ source }) => regions.partnerOfSource(source)?.code ?? '')) {
      for (let from = 0; from < own.length; from += batchSize) total = plus(total, await admit(partner, own.slice(from, from + batchSize)));
    }
  }
  return total;
};

const plus = (one: Tally, other: Tally): Tally => ({
  accepted: one.accepted + other.accepted,
  duplicates: one.duplicates + other.duplicates,
  rejected: one.rejected + other.rejected,
});
