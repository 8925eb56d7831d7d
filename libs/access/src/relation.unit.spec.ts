import { beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { SealedCircle } from '@kring/household';
import { loadRegions } from '@kring/regions';
import type { Regions } from '@kring/regions';
import type { Caller } from './caller.ts';
import type { Relation } from './policies/policy.ts';
import { relationOf } from './relation.ts';
import { involvement, princenhof, readers, signal, system, user } from './testing/princenhof.ts';

let regions: Regions;
beforeAll(async () => {
  regions = await loadRegions(join(import.meta.dirname, '../../../deploy/regions'));
});

const quiet = { involvements: [], signals: [], referralChains: [], freshness: [], visits: [] } satisfies Partial<SealedCircle>;
const relation = (caller: Caller, changed: Partial<SealedCircle> = {}): Relation | null => relationOf(caller, princenhof(changed), regions);
const omring = (changed: Parameters<typeof involvement>[0] | object = {}) => involvement({ organisation: 'omring', role: 'district-nurse', domain: 'care', ...changed });

describe('how a caller stands to a household', () => {
  it.each([
    ['a user of an involved partner', readers.caseworker, 'caseworker'],
    ["an involved partner's system", system('omring'), 'caseworker'],
    ["a user of the contact person's organisation", readers.contactPerson, 'contact-person'],
    ["the contact person's organisation's system", system('ons-stede-broec'), 'contact-person'],
    ['the regisseur of the gemeente that registered', readers.coordinator, 'coordinator'],
    ["that gemeente's system", system('gemeente-stede-broec'), 'coordinator'],
    ['a corporation that raised a signal', readers.corporation, 'corporation'],
    ['an auditor', readers.auditor, 'auditor'],
    ['a privacy officer', user('fg@hub', 'privacy-officer'), 'auditor'],
    ['a member of the household', readers.resident, 'resident'],
    ['a member of another household', { ...readers.resident, personId: 'p_9' }, null],
    ['a resident that no household knows', { ...readers.resident, personId: undefined }, null],
    ['an operator', user('beheerder@hub', 'operator'), null],
    ['a connector', readers.volunteer, null],
    ["a volunteer of an involved partner", user('vrijwilliger@omring', 'volunteer'), null],
    ['a team coordinator, who sees figures', user('teamcoordinator@omring', 'team-coordinator'), null],
    ['a partner that has nothing to do here', system('noordermaat'), null],
    ['a gemeente elsewhere', system('gemeente-assen'), null],
    ['a user of nobody that the hub knows', user('someone@elsewhere', 'caseworker'), null],
    ['a worker of the gemeente without the role of regisseur', user('wmo-consulent@gemeente-stede-broec', 'wmo-consultant', 'caseworker'), 'caseworker'],
  ] satisfies [string, Caller, Relation | null][])('%s', (_who, caller, expected) => {
    expect(relation(caller)).toBe(expected);
  });

  it('makes the gemeente of the area coordinator of what nobody registered yet', () => {
    expect(relation(system('gemeente-pekela'), { coordinator: null, area: 'pekela' })).toBe('coordinator');
    expect(relation(system('gemeente-veendam'), { coordinator: null, area: 'pekela' })).toBeNull();
  });

  it('lets who claims to be an auditor through a system token see nothing', () => {
    expect(relation({ ...system('noordermaat'), roles: ['system', 'auditor'] })).toBeNull();
  });
});

describe('a partner is involved', () => {
  const isInvolved = (changed: Partial<SealedCircle>) => relation(system('omring'), { ...quiet, ...changed }) === 'caseworker';

  it('while its involvement runs, also when it has been silent for long', () => expect(isInvolved({ involvements: [omring({ state: 'stale', since: '2020-01-01T09:00:00.000Z' })] })).toBe(true));

  it.each([['2025-09-10T09:00:00.000Z', true], ['2025-08-20T09:00:00.000Z', false]])('for half a year after its involvement ended: on %s, %s', (until, expected) => {
    expect(isInvolved({ involvements: [omring({ state: 'ended', until })] })).toBe(expected);
  });

  it('while a signal of its own, or to it or its team, is not answered', () => {
    expect(isInvolved({ signals: [signal('g-1', 'omring', null)] })).toBe(true);
    expect(isInvolved({ signals: [signal('g-1', 'vkb', 'omring')] })).toBe(true);
    expect(isInvolved({ signals: [signal('g-1', 'vkb', 'zorgzame-buurt-princenhof')] })).toBe(true);
    expect(isInvolved({ signals: [signal('g-1', 'vkb', 'omring', { state: 'answered' })] })).toBe(false);
    expect(isInvolved({ signals: [signal('g-1', 'vkb', 'meander')] })).toBe(false);
  });

  it.each([['requested', true], ['started', true], ['rejected', false], ['cancelled', false], ['completed', false]] as const)('by a referral to it that is %s: %s', (state, expected) => {
    const referralChains = princenhof().referralChains.map((chain) => ({ ...chain, steps: chain.steps.map((step) => ({ ...step, to: 'omring', state })) }));
    expect(isInvolved({ referralChains })).toBe(expected);
  });

  it('for half a year after it last told something', () => {
    const heard = (lastEventAt: string) => ({ freshness: [{ organisation: 'omring', lastEventAt, gaps: 0 }] });
    expect(isInvolved(heard('2025-09-10T09:00:00.000Z'))).toBe(true);
    expect(isInvolved(heard('2025-08-20T09:00:00.000Z'))).toBe(false);
  });

  it('not by what others tell', () => expect(isInvolved({ freshness: [{ organisation: 'vkb', lastEventAt: '2026-03-01T09:00:00.000Z', gaps: 0 }] })).toBe(false));
});
