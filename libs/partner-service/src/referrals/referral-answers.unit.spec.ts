import { describe, it } from '@jest/globals';
import { ReferralAcceptedData, ReferralCompletedData, ReferralRejectedData, ReferralStartedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given } from '../testing/given.ts';
import { acceptReferral, completeReferral, referralAnswers, rejectReferral, startReferral } from './referral-answers.ts';

const referral = { referralId: 'r-1' };
const rejection = { referralId: 'r-1', reason: 'capacity' } as const;
const accepted = fact(ReferralAcceptedData, referral);
const rejected = fact(ReferralRejectedData, rejection);
const started = fact(ReferralStartedData, referral);
const completed = fact(ReferralCompletedData, referral);

describe('a referral that others sent us', () => {
  const answersGiven = given(referralAnswers);

  it('is accepted, once', () => {
    answersGiven().when((known) => acceptReferral(referral, known)).then([accepted]);
    answersGiven(accepted, started).when((known) => acceptReferral(referral, known)).thenNothing();
  });
  it('is rejected, once', () => {
    answersGiven().when((known) => rejectReferral(rejection, known)).then([rejected]);
    answersGiven(rejected).when((known) => rejectReferral(rejection, known)).thenNothing();
  });
  it('is accepted or rejected, not both', () => {
    answersGiven(rejected).when((known) => acceptReferral(referral, known)).thenRefused('referral-already-rejected');
    answersGiven(accepted).when((known) => rejectReferral(rejection, known)).thenRefused('referral-already-accepted');
  });
  it('starts after it was accepted, once', () => {
    answersGiven(accepted).when((known) => startReferral(referral, known)).then([started]);
    answersGiven(accepted, started).when((known) => startReferral(referral, known)).thenNothing();
    answersGiven().when((known) => startReferral(referral, known)).thenRefused('referral-not-accepted');
  });
  it('is completed after it started, once', () => {
    answersGiven(accepted, started).when((known) => completeReferral(referral, known)).then([completed]);
    answersGiven(accepted, started, completed).when((known) => completeReferral(referral, known)).thenNothing();
    answersGiven(accepted).when((known) => completeReferral(referral, known)).thenRefused('referral-not-started');
  });
});
