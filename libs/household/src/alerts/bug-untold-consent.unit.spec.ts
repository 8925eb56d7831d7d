import { describe, expect, it } from '@jest/globals';
import type { HouseholdEvent } from '../event.ts';
import { given } from '../testing/given.ts';
import { consentGiven, consentWithdrawn, started } from '../testing/story.ts';

/** Whoever rested on a consent that was never told of was left out when it was withdrawn, where another had told of its own. */
describe('a consent that nobody told of, withdrawn', () => {
  const [omring, mee] = [started('omring', '2026-10-01', 'i-1', { legalBasis: 'consent' }), started('mee-drenthe', '2026-10-02', 'i-2', { legalBasis: 'consent' })];
  const told = consentGiven('omring', '2026-10-01');
  const actorsAfter = (...events: HouseholdEvent[]): (string | null)[] => given(...events).at('2026-10-11').alerts('A12').map(({ actor }) => actor);

  it('counts for all that rest on one when the resident withdraws it', () => expect(actorsAfter(told, omring, mee, consentWithdrawn('resident', '2026-10-10'))).toEqual(['omring', 'mee-drenthe']));

  it('counts for all when a partner withdraws it that had told of none, itself among them', () => {
    expect(actorsAfter(told, omring, mee, consentWithdrawn('mee-drenthe', '2026-10-10'))).toEqual(['omring', 'mee-drenthe']);
    expect(actorsAfter(omring, mee, consentWithdrawn('gemeente-assen', '2026-10-10'))).toEqual(['omring', 'mee-drenthe']);
  });

  it('stands since the first withdrawal, and no longer than until a new consent', () => {
    const withdrawals = [consentWithdrawn('gemeente-assen', '2026-10-08'), consentWithdrawn('mee-drenthe', '2026-10-10')];
    expect(given(omring, ...withdrawals).at('2026-10-11').alerts('A12')).toMatchObject([{ since: '2026-10-08T12:00:00.000Z' }]);
    expect(actorsAfter(omring, mee, ...withdrawals, consentGiven('mee-drenthe', '2026-10-10T13:00:00Z'))).toEqual(['omring']);
    expect(actorsAfter(omring, mee, ...withdrawals, consentGiven('resident', '2026-10-10T13:00:00Z'))).toEqual([]);
  });
});
