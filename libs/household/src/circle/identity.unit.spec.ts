import { describe, expect, it } from '@jest/globals';
import type { HouseholdEvent } from '../event.ts';
import { by, given } from '../testing/given.ts';
import { told } from '../testing/events.ts';
import { registered, started } from '../testing/story.ts';

const merged = (at: string, householdId: string, from: string, recordedAt?: string): HouseholdEvent =>
  told('hub', at, 'nl.kring.households.merged.v1', { from: [from] }, { householdId, ...(recordedAt ? { recordedAt } : {}) });
const split = (at: string, into: Record<string, string[]>): HouseholdEvent =>
  told('gemeente-assen', at, 'nl.kring.households.split.v1', { into: Object.entries(into).map(([householdId, members]) => ({ householdId, members: members.map((personId) => ({ personId })) })) });

describe('a household that goes by several ids', () => {
  const known = [registered('2026-01-05', { envelope: { householdId: 'h-1' } }), started('omring', '2026-02-01', 'i-1', { envelope: { householdId: 'h-2' } })];

  it('shows under every id what was told of any, and says which one stands for it', () => {
    const story = given(...known, merged('2026-03-01', 'h-1', 'h-2'));
    story.at('2026-03-02', { householdId: 'h-1' }).then({ householdId: 'h-1', canonicalId: 'h-1', state: 'registered', involvements: [{ involvementId: 'i-1' }] });
    story.at('2026-03-02', { householdId: 'h-2' }).then({ householdId: 'h-2', canonicalId: 'h-1', state: 'merged', members: [{ personId: 'p_1' }] });
  });

  it('was one all along, but not to those who looked before the merge was known', () => {
    const story = given(...known, merged('2026-03-01', 'h-1', 'h-2'));
    expect(story.at('2026-02-02', { householdId: 'h-1' }).circle.involvements).toHaveLength(1);
    story.at('2026-02-02', { householdId: 'h-1', knownAt: '2026-02-02' }).then({ canonicalId: 'h-1', involvements: [] });
    story.at('2026-02-02', { householdId: 'h-2', knownAt: '2026-02-02' }).then({ state: 'provisional', members: [], involvements: [{ involvementId: 'i-1' }] });
  });

  it('takes the word of an asker who knows which id stands for the household', () =>
    given(...known).at('2026-03-02', { householdId: 'h-2', canonicalId: 'h-1' }).then({ state: 'merged', members: [{}], involvements: [{}] }));

  it('parts its members with a split, each to its own household', () => {
    const story = given(registered('2026-01-05', { members: ['p_1', 'p_2'] }), split('2026-03-01', { 'h-1': ['p_1'], 'h-9': ['p_2'] }));
    expect(by(story.at('2026-03-02', { householdId: 'h-1' }).circle.members, 'personId')).toEqual(['p_1']);
    expect(by(story.at('2026-03-02', { householdId: 'h-9' }).circle.members, 'personId')).toEqual(['p_2']);
    expect(by(story.at('2026-02-02', { householdId: 'h-1' }).circle.members, 'personId')).toEqual(['p_1', 'p_2']);
  });
});
