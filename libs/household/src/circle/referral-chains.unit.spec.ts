import { describe, expect, it } from '@jest/globals';
import type { HouseholdEvent } from '../event.ts';
import { given } from '../testing/given.ts';
import { told } from '../testing/events.ts';
import { referralOutcome, referralRejected, referred } from '../testing/story.ts';

const counted = (...events: HouseholdEvent[]): unknown => {
  const [chain] = given(...events).at('2026-06-01').circle.referralChains;
  return [chain?.stepCount, chain?.steps.map(({ stepNumber }) => stepNumber)];
};

describe('a chain of referrals', () => {
  const first = referred('omring', '2026-01-01', 'r-1', 'noordermaat');
  const second = referred('noordermaat', '2026-02-01', 'r-2', 'mee-drenthe');
  const third = referred('mee-drenthe', '2026-03-01', 'r-3', 'huisarts-de-lariks');

  it('counts each change of the responsible organisation as a step', () => expect(counted(first, second, third)).toEqual([3, [1, 2, 3]]));

  it('counts no step for a referral to the one that is responsible already', () => expect(counted(first, referred('mee-drenthe', '2026-02-01', 'r-2', 'noordermaat'), referred('noordermaat', '2026-03-01', 'r-3', 'noordermaat'))).toEqual([1, [1, 1, 1]]));

  it('counts no step for a referral of the first requester to itself', () => expect(counted(referred('omring', '2026-01-01', 'r-1', 'omring'), second)).toEqual([1, [0, 1]]));

  it('counts the way back as a step', () => expect(counted(first, referred('noordermaat', '2026-02-01', 'r-2', 'omring'))).toEqual([2, [1, 2]]));

  it('does not count what was rejected or cancelled', () => {
    expect(counted(first, second, referralRejected('mee-drenthe', '2026-02-05', 'r-2'))).toEqual([1, [1, 2]]);
    expect(counted(first, referralOutcome('omring', '2026-01-05', 'r-1', 'cancelled'), second)).toEqual([1, [1, 1]]);
  });

  it('hangs together over organisations by its id, apart from other chains', () => {
    const { circle } = given(first, referred('noordermaat', '2026-02-01', 'r-2', 'mee-drenthe', 'chain-2'), third).at('2026-06-01');
    expect(circle.referralChains.map(({ chainId, stepCount }) => [chainId, stepCount])).toEqual([['chain-1', 2], ['chain-2', 1]]);
  });

  it('shows how far each referral has come, as told by the one who received it', () => {
    const accepted = referralOutcome('noordermaat', '2026-01-03', 'r-1', 'accepted');
    const story = given(first, accepted, referralOutcome('noordermaat', '2026-01-08', 'r-1', 'started'), referralOutcome('noordermaat', '2026-04-01', 'r-1', 'completed'));
    story.at('2026-01-02').then({ referralChains: [{ steps: [{ from: 'omring', to: 'noordermaat', discipline: 'psychologist', level: 'specialist', state: 'requested', requestedAt: '2026-01-01T12:00:00.000Z' }] }] });
    story.at('2026-01-04').then({ referralChains: [{ steps: [{ state: 'accepted' }], because: [first.id, accepted.id] }] });
    story.at('2026-01-09').then({ referralChains: [{ steps: [{ state: 'started' }] }] });
    story.at('2026-04-02').then({ referralChains: [{ steps: [{ state: 'completed' }] }] });
  });

  it('never goes back: what is over stays over, what started stays started', () => {
    const started = referralOutcome('noordermaat', '2026-01-05', 'r-1', 'started');
    given(first, started, referralOutcome('noordermaat', '2026-01-06', 'r-1', 'accepted')).at('2026-01-07').then({ referralChains: [{ steps: [{ state: 'started' }] }] });
    given(first, referralRejected('noordermaat', '2026-01-05', 'r-1'), referralOutcome('noordermaat', '2026-01-06', 'r-1', 'accepted')).at('2026-01-07').then({ referralChains: [{ steps: [{ state: 'rejected' }] }] });
  });

  it('keeps a rejected referral beside the new one of the same id', () =>
    given(first, referralRejected('noordermaat', '2026-01-05', 'r-1'), referred('omring', '2026-01-10', 'r-1', 'mee-drenthe'))
      .at('2026-01-11')
      .then({ referralChains: [{ stepCount: 1, steps: [{ state: 'rejected', to: 'noordermaat' }, { state: 'requested', to: 'mee-drenthe' }] }] }));

  it('says whether a reason for an extra step was given, not which', () => {
    const reasoned = told('mee-drenthe', '2026-03-01', 'nl.kring.referrals.requested.v1', { referralId: 'r-3', chainId: 'chain-1', to: 'x', discipline: 'gp', level: 'specialist' }, { personal: ['/reasonForExtraStep'] });
    given(first, reasoned).at('2026-03-02').then({ referralChains: [{ steps: [{ reasonForExtraStep: false }, { reasonForExtraStep: true }] }] });
  });

  it('of which nothing was requested is not there', () => given(referralOutcome('noordermaat', '2026-01-03', 'r-1', 'accepted')).at('2026-01-04').then({ referralChains: [] }));
});
