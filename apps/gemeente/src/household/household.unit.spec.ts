import { describe, it } from '@jest/globals';
import { HouseholdMovedData, HouseholdRegisteredData, HouseholdSplitData, HouseholdsMergedData, MemberJoinedData, MemberLeftData } from '@kring/contracts';
import { fact } from '@kring/partner-service';
import { given, happened } from '@kring/partner-service/testing';
import { households } from './household.ts';
import { joinMember, leaveMember } from './members.ts';
import { mergeHouseholds, splitHousehold } from './one-or-several.ts';
import { moveHousehold, registerHousehold } from './registration.ts';

const address = { postcode: '9401AB', houseNumber: 12 };
const mother = { personId: 'p_mother', name: 'Saskia Vos', relation: 'head' } as const;
const son = { personId: 'p_son', name: 'Daan Vos', relation: 'child' } as const;
const register = { members: [mother, son], address, area: 'de-lariks', addressKind: 'dwelling' as const };
const registered = fact(HouseholdRegisteredData, register);
const householdGiven = given(households);

describe('registering a household', () => {
  it('takes a whole family, and one resident alone', () => {
    householdGiven().when((household) => registerHousehold(register, household)).then([registered]);
    const alone = { ...register, members: [mother] };
    householdGiven().when((household) => registerHousehold(alone, household)).then([fact(HouseholdRegisteredData, alone)]);
  });
  it('says nothing new when it is sent twice', () => householdGiven(registered).when((household) => registerHousehold(register, household)).thenNothing());
  it('is refused where the household is registered otherwise', () =>
    householdGiven(registered).when((household) => registerHousehold({ ...register, members: [mother] }, household)).thenRefused('household-already-registered'));
  it('is refused with two heads', () =>
    householdGiven().when((household) => registerHousehold({ ...register, members: [mother, { ...son, relation: 'head' }] }, household)).thenRefused('more-than-one-head'));
  it('is refused when someone is named twice', () => householdGiven().when((household) => registerHousehold({ ...register, members: [mother, mother] }, household)).thenRefused('member-named-twice'));
});

describe('a household that moves', () => {
  const move = { address: { postcode: '9401CD', houseNumber: 3 }, area: 'assen-oost' };
  const moved = fact(HouseholdMovedData, move);
  const thisMoment = '2026-03-03T08:00:00.000Z';

  it('is told with its new address and area', () => householdGiven(registered).when((household, at) => moveHousehold(move, household, at)).then([moved]));
  it('says nothing new when the same move is sent twice', () =>
    householdGiven(registered, happened(thisMoment, moved)).when((household, at) => moveHousehold(move, household, at)).thenNothing());
  it('does not move to two places at a moment', () =>
    householdGiven(registered, happened(thisMoment, moved)).when((household, at) => moveHousehold({ ...move, area: 'de-lariks' }, household, at)).thenRefused('household-already-moved'));
  it('was registered first', () => householdGiven().when((household, at) => moveHousehold(move, household, at)).thenRefused('household-not-registered'));
});

describe('who belongs to a household', () => {
  const joining = { person: { personId: 'p_grandmother', relation: 'parent' }, certainty: 'registered', residence: 'primary' } as const;
  const joined = fact(MemberJoinedData, joining);
  const left = fact(MemberLeftData, { person: son });

  it('joins', () => householdGiven(registered).when((household) => joinMember(joining, household)).then([joined]));
  it('joins once', () => {
    householdGiven(registered, joined).when((household) => joinMember(joining, household)).thenNothing();
    householdGiven(registered).when((household) => joinMember({ ...joining, person: son }, household)).thenNothing();
  });
  it('leaves, once', () => {
    householdGiven(registered).when((household) => leaveMember({ person: son }, household)).then([left]);
    householdGiven(registered, left).when((household) => leaveMember({ person: son }, household)).thenNothing();
  });
  it('may come back', () => householdGiven(registered, left).when((household) => joinMember({ ...joining, person: son }, household)).then([fact(MemberJoinedData, { ...joining, person: son })]));
  it('may be named by BSN alone', () => {
    const byNumber = { person: { bsn: '999900018' } };
    householdGiven(registered).when((household) => leaveMember(byNumber, household)).then([fact(MemberLeftData, byNumber)]);
  });
  it('does not leave without having belonged to it', () => householdGiven(registered).when((household) => leaveMember({ person: joining.person }, household)).thenRefused('not-a-member'));
  it('is named', () => householdGiven(registered).when((household) => leaveMember({ person: { relation: 'child' } }, household)).thenRefused('person-not-named'));
  it('belongs to a household that is registered', () => householdGiven().when((household) => joinMember(joining, household)).thenRefused('household-not-registered'));
});

describe('households that turn out to be one, or several', () => {
  const itself = 'h-1';
  const merged = fact(HouseholdsMergedData, { from: ['h-2'] });
  const split = { into: [{ householdId: 'h-9', members: [son] }] };
  const splitOff = fact(HouseholdSplitData, split);

  it('merge', () => householdGiven(registered).when((household) => mergeHouseholds({ from: ['h-2'] }, { household, itself })).then([merged]));
  it('merge once, and tell only what is new', () => {
    householdGiven(registered, merged).when((household) => mergeHouseholds({ from: ['h-2'] }, { household, itself })).thenNothing();
    householdGiven(registered, merged).when((household) => mergeHouseholds({ from: ['h-2', 'h-3'] }, { household, itself })).then([fact(HouseholdsMergedData, { from: ['h-3'] })]);
  });
  it('do not merge with themselves', () => householdGiven(registered).when((household) => mergeHouseholds({ from: [itself] }, { household, itself })).thenRefused('merged-with-itself'));
  it('split', () => householdGiven(registered).when((household) => splitHousehold(split, { household, itself })).then([splitOff]));
  it('split once', () => householdGiven(registered, splitOff).when((household) => splitHousehold(split, { household, itself })).thenNothing());
  it('do not split into themselves', () =>
    householdGiven(registered).when((household) => splitHousehold({ into: [{ householdId: itself, members: [son] }] }, { household, itself })).thenRefused('split-into-itself'));
  it('give each part an id of its own', () =>
    householdGiven(registered).when((household) => splitHousehold({ into: [...split.into, ...split.into] }, { household, itself })).thenRefused('split-twice-into-one'));
  it('do not split off again what was split off', () => {
    const more = { into: [...split.into, { householdId: 'h-10', members: [mother] }] };
    householdGiven(registered, splitOff).when((household) => splitHousehold(more, { household, itself })).thenRefused('already-split-off');
  });
});
