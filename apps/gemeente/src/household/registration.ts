import { HouseholdMovedData, HouseholdRegisteredData } from '@kring/contracts';
import type { Person } from '@kring/contracts';
import { fact, refuse, unfit } from '@kring/partner-service';
import type { Circumstances, Content, Fact } from '@kring/partner-service';
import { mustBeRegistered } from './household.ts';
import type { Household } from './household.ts';

type Registration = Content<typeof HouseholdRegisteredData>;

/** A household is registered once; what changes afterwards is told as what happened: someone came, someone left, they moved. */
export const registerHousehold = (registration: Registration, household: Household): Fact<typeof HouseholdRegisteredData>[] => {
  mustBeOneHousehold(registration.members);
  if (household.state === 'unregistered') return [fact(HouseholdRegisteredData, registration)];
  const same = household.area === registration.area && household.addressKind === registration.addressKind && household.size === registration.members.length;
  return same ? [] : refuse('household-already-registered', 'This household is registered; tell who joined or left, or that it moved.');
};

const mustBeOneHousehold = (members: readonly Person[]): void => {
  const named = members.flatMap(({ bsn, personId }) => bsn ?? personId ?? []);
  if (new Set(named).size < named.length) unfit('member-named-twice', '/members', 'Name each member once.');
  if (members.filter(({ relation }) => relation === 'head').length > 1) unfit('more-than-one-head', '/members', 'A household has one head.');
};

/** The address is sealed, so the day tells one move from another: the same household moves once at a moment. */
export const moveHousehold = (move: Content<typeof HouseholdMovedData>, household: Household, { occurredAt }: Circumstances): Fact<typeof HouseholdMovedData>[] => {
  const { area, movedAt } = mustBeRegistered(household);
  if (movedAt !== occurredAt) return [fact(HouseholdMovedData, move)];
  return area === move.area ? [] : refuse('household-already-moved', 'This household moved elsewhere at that moment.');
};
