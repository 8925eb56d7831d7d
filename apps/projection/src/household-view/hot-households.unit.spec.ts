import { describe, expect, it } from '@jest/globals';
import { HouseholdView, householdEventOf } from '@kring/projection-runtime';
import { HouseholdHistory } from '../testing/household-history.ts';
import { ViewInMemory, recorded } from '../testing/view-in-memory.ts';
import { HotHouseholds } from './hot-households.ts';

const eventsOf = (...householdIds: string[]) => {
  const history = new HouseholdHistory();
  return recorded(householdIds.map((id) => history.registered(id, '2026-01-01T00:00:00Z')), '2026-01-02T00:00:00.000Z').flatMap((event) => householdEventOf(event) ?? []);
};

describe('the households at hand', () => {
  const view = new HouseholdView(new ViewInMemory());

  it('let go of those that were longest untouched, down to the bound', async () => {
    const hot = new HotHouseholds(2);
    await hot.load(['h-1', 'h-2', 'h-3'], view);
    for (const event of eventsOf('h-1', 'h-2', 'h-3')) hot.add(event);
    hot.touch(hot.of('h-1'));
    hot.trim();
    expect(hot.eventsAtHand).toBe(2);
    expect(() => hot.of('h-2')).toThrow();
    expect([hot.of('h-1').size, hot.of('h-3').size]).toEqual([1, 1]);
  });

  it('count an event once, however often it comes', async () => {
    const hot = new HotHouseholds();
    await hot.load(['h-1'], view);
    for (const event of [...eventsOf('h-1'), ...eventsOf('h-1')]) hot.add(event);
    expect(hot.eventsAtHand).toBe(1);
  });

  it('hold a united household under each of its ids', async () => {
    const hot = new HotHouseholds();
    await hot.load(['h-1', 'h-2'], view);
    for (const event of eventsOf('h-2', 'h-1')) hot.add(event);
    hot.unite(['h-1', 'h-2']);
    expect(hot.of('h-1')).toBe(hot.of('h-2'));
    expect(hot.of('h-1').size).toBe(2);
    hot.drop(['h-2']);
    expect(hot.eventsAtHand).toBe(0);
  });
});
