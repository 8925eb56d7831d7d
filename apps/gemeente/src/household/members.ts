import { MemberJoinedData, MemberLeftData } from '@kring/contracts';
import type { Person } from '@kring/contracts';
import { fact, refuse, unfit } from '@kring/partner-service';
import type { Content, Fact } from '@kring/partner-service';
import { mustBeRegistered } from './household.ts';
import type { Household, RegisteredHousehold } from './household.ts';

/** Someone known by BSN alone cannot be recognised here, because numbers are sealed; the circle knows them, and shows them once. */
export const joinMember = (joining: Content<typeof MemberJoinedData>, household: Household): Fact<typeof MemberJoinedData>[] => {
  mustBeNamed(joining.person);
  return presenceOf(joining.person, mustBeRegistered(household)) === 'present' ? [] : [fact(MemberJoinedData, joining)];
};

export const leaveMember = (leaving: Content<typeof MemberLeftData>, household: Household): Fact<typeof MemberLeftData>[] => {
  mustBeNamed(leaving.person);
  const presence = presenceOf(leaving.person, mustBeRegistered(household));
  if (presence === 'gone') return [];
  if (presence === undefined && leaving.person.bsn === undefined) return refuse('not-a-member', 'This person does not belong to this household.');
  return [fact(MemberLeftData, leaving)];
};

const presenceOf = ({ personId }: Person, { members }: RegisteredHousehold): 'present' | 'gone' | undefined => (personId === undefined ? undefined : members.get(personId));

const mustBeNamed = ({ bsn, personId }: Person): void => {
  if (bsn === undefined && personId === undefined) unfit('person-not-named', '/person', 'Say who it is, by bsn or personId.');
};
