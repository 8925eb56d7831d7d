import { ReferralAcceptedData, ReferralCompletedData, ReferralRejectedData, ReferralStartedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Content, Decider, Fact } from '../deciding/decider.ts';
import { refuse } from '../deciding/refusal.ts';

type State = 'accepted' | 'rejected' | 'started' | 'completed';
/** How this partner answered the referrals that others sent it. */
export type ReferralAnswers = ReadonlyMap<string, State>;

const stateAfter = {
  [ReferralAcceptedData.type]: 'accepted',
  [ReferralRejectedData.type]: 'rejected',
  [ReferralStartedData.type]: 'started',
  [ReferralCompletedData.type]: 'completed',
} as const;
const spoken = [ReferralAcceptedData, ReferralRejectedData, ReferralStartedData, ReferralCompletedData] as const;

export const referralAnswers: Decider<ReferralAnswers, (typeof spoken)[number]> = {
  initial: new Map(),
  listensTo: spoken,
  evolve: (known, event) => new Map(known).set(event.data.referralId, stateAfter[event.type]),
};

type Answer = Content<typeof ReferralAcceptedData>;

export const acceptReferral = ({ referralId }: Answer, known: ReferralAnswers): Fact<typeof ReferralAcceptedData>[] => {
  const state = known.get(referralId);
  if (state === 'rejected') return refuse('referral-already-rejected', 'You rejected this referral; ask for a new one.');
  return state === undefined ? [fact(ReferralAcceptedData, { referralId })] : [];
};

export const rejectReferral = (rejection: Content<typeof ReferralRejectedData>, known: ReferralAnswers): Fact<typeof ReferralRejectedData>[] => {
  const state = known.get(rejection.referralId);
  if (state === undefined) return [fact(ReferralRejectedData, rejection)];
  return state === 'rejected' ? [] : refuse('referral-already-accepted', 'You accepted this referral; refer the household on, or complete it.');
};

/** Help that is accepted starts within days (alert A06); this says that it did. */
export const startReferral = ({ referralId }: Answer, known: ReferralAnswers): Fact<typeof ReferralStartedData>[] => {
  const state = known.get(referralId);
  if (state === 'started' || state === 'completed') return [];
  return state === 'accepted' ? [fact(ReferralStartedData, { referralId })] : refuse('referral-not-accepted', 'Accept this referral first.');
};

export const completeReferral = ({ referralId }: Answer, known: ReferralAnswers): Fact<typeof ReferralCompletedData>[] => {
  const state = known.get(referralId);
  if (state === 'completed') return [];
  return state === 'started' ? [fact(ReferralCompletedData, { referralId })] : refuse('referral-not-started', 'Tell first that the help started.');
};
