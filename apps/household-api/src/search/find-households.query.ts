import type { Circle } from '@kring/contracts';
import type { OpenCircle } from '@kring/household';
import type { Boxes } from '@kring/reading';
import type { HouseholdIndex } from '../household-index.ts';
import type { HouseholdReading, Look } from '../reading/household-reading.ts';
import { wayOf, type HouseholdSearch } from './household-search.body.ts';

export type FoundHousehold = Pick<Circle, 'householdId' | 'state' | 'region' | 'area' | 'members' | 'contactPerson'>;

/** So many households may answer one search; a caseworker who gets more knows too little of the household. */
const mostFound = 50;

/** Finds the households that a search leads to and that the caller may know of. To the caller the others do not exist. */
export class FindHouseholds {
  constructor(private readonly index: HouseholdIndex, private readonly reading: HouseholdReading, private readonly boxes: Boxes) {}

  async find(search: HouseholdSearch, look: Look): Promise<readonly FoundHousehold[]> {
    const ids = await wayOf(search)(this.index);
    const seen = await this.reading.known(ids.slice(0, mostFound), look.caller);
    await this.reading.record(look, ...seen);
    return Promise.all(
      seen.map(async ({ circle: { householdId, state, region, area, members, contactPerson } }) =>
        this.boxes.open<Pick<OpenCircle, keyof FoundHousehold>>({ householdId, state, region, area, members, contactPerson }),
      ),
    );
  }
}
