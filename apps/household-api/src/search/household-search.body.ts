import { AddressValue, HasShape, IsBsn, IsHubId, IsLocalDate, IsName, Optional } from '@kring/contracts';
import { problem } from '@kring/platform';
import type { HouseholdIndex } from '../household-index.ts';

/** What a worker knows of a household: its BSN, its address, a person's name and birth date, or its id. One of the four. */
export class HouseholdSearch {
  @Optional() @IsBsn() bsn?: string;
  @Optional() @HasShape(() => AddressValue) address?: AddressValue;
  @Optional() @IsName() name?: string;
  @Optional() @IsLocalDate() birthDate?: string;
  @Optional() @IsHubId() householdId?: string;
}

type Find = (index: HouseholdIndex) => Promise<readonly string[]>;

const refuse = (pointer: string, rule: string, detail: string): never => {
  throw problem.badRequest('The search does not fit; see errors.', [{ pointer, rule, detail }]);
};

/** The one way in which this search looks. @throws Problem 400 where it looks in none, in several, or in half of one. */
export const wayOf = ({ bsn, address, name, birthDate, householdId }: HouseholdSearch): Find => {
  if (name !== undefined && birthDate === undefined) refuse('/birthDate', 'required', 'A name is looked up together with a birth date.');
  if (name === undefined && birthDate !== undefined) refuse('/name', 'required', 'A birth date is looked up together with a name.');
  const ways: Find[] = [];
  if (bsn !== undefined) ways.push((index) => index.byBsn(bsn));
  if (address !== undefined) ways.push((index) => index.byAddress(address));
  if (name !== undefined && birthDate !== undefined) ways.push((index) => index.byPerson(name, birthDate));
  if (householdId !== undefined) ways.push(async () => [householdId]);
  const [way] = ways;
  if (ways.length !== 1 || !way) return refuse('', 'one-way-of-searching', 'Search by exactly one of: bsn; address; name with birthDate; householdId.');
  return way;
};
