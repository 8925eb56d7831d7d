import { describe, it } from '@jest/globals';
import { ReferralCancelledData, ReferralRequestedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given } from '../testing/given.ts';
import { cancelReferral, referrals, requestReferral } from './referrals.ts';

const referral = (referralId: string, to: string, chainId = 'chain-1') => ({ referralId, chainId, to, discipline: 'psychologist', level: 'specialist' }) as const;
const requested = (referralId: string, to: string, chainId?: string) => fact(ReferralRequestedData, referral(referralId, to, chainId));
const cancelled = (referralId: string) => fact(ReferralCancelledData, { referralId });
const reason = 'The psychologist found a need that only the psychiatric nurse can meet.';

describe('a referral', () => {
  const referralGiven = given(referrals);

  it('is requested', () => referralGiven().when((known, at) => requestReferral(referral('r-1', 'meander'), known, at)).then([requested('r-1', 'meander')]));
  it('says nothing new when it is requested twice', () =>
    referralGiven(requested('r-1', 'meander')).when((known, at) => requestReferral(referral('r-1', 'meander'), known, at)).thenNothing());
  it('is refused under the id of another referral', () =>
    referralGiven(requested('r-1', 'meander')).when((known, at) => requestReferral(referral('r-1', 'oggz'), known, at)).thenRefused('referral-already-requested'));
  it('is not to oneself', () => referralGiven().when((known, at) => requestReferral(referral('r-1', 'omring'), known, at)).thenRefused('refers-to-oneself'));

  it('may take a second step without a word', () =>
    referralGiven(requested('r-1', 'meander')).when((known, at) => requestReferral(referral('r-2', 'oggz'), known, at)).then([requested('r-2', 'oggz')]));
  it('is refused as a third step without a reason', () =>
    referralGiven(requested('r-1', 'meander'), requested('r-2', 'oggz')).when((known, at) => requestReferral(referral('r-3', 'cjg'), known, at)).thenRefused('third-step-needs-reason'));
  it('may be a third step for a reason', () => {
    const third = { ...referral('r-3', 'cjg'), reasonForExtraStep: reason };
    referralGiven(requested('r-1', 'meander'), requested('r-2', 'oggz')).when((known, at) => requestReferral(third, known, at)).then([fact(ReferralRequestedData, third)]);
  });
  it('counts no step for asking the same organisation again', () =>
    referralGiven(requested('r-1', 'meander'), requested('r-2', 'meander')).when((known, at) => requestReferral(referral('r-3', 'oggz'), known, at)).then([requested('r-3', 'oggz')]));
  it('counts no step for what was taken back', () =>
    referralGiven(requested('r-1', 'meander'), cancelled('r-1'), requested('r-2', 'oggz')).when((known, at) => requestReferral(referral('r-3', 'cjg'), known, at)).then([requested('r-3', 'cjg')]));
  it('counts each chain by itself', () =>
    referralGiven(requested('r-1', 'meander'), requested('r-2', 'oggz')).when((known, at) => requestReferral(referral('r-3', 'cjg', 'chain-2'), known, at)).then([requested('r-3', 'cjg', 'chain-2')]));

  it('is taken back, once', () => {
    referralGiven(requested('r-1', 'meander')).when((known) => cancelReferral({ referralId: 'r-1' }, known)).then([cancelled('r-1')]);
    referralGiven(requested('r-1', 'meander'), cancelled('r-1')).when((known) => cancelReferral({ referralId: 'r-1' }, known)).thenNothing();
  });
  it('is not taken back when it was never requested', () => referralGiven().when((known) => cancelReferral({ referralId: 'r-1' }, known)).thenRefused('referral-not-requested'));
});
