import { ReferralAcceptedData, ReferralCancelledData, ReferralCompletedData, ReferralRejectedData, ReferralRequestedData, ReferralStartedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact, Open } from '../deciding/decider.ts';
import { refuse, unfit } from '../deciding/refusal.ts';

type Referral = Open<Content<typeof ReferralRequestedData>> & { readonly state: 'requested' | 'accepted' | 'rejected' | 'started' | 'completed' | 'cancelled' };
/** In the order in which they were requested. */
export type Referrals = readonly Referral[];

const states = {
  [ReferralAcceptedData.type]: 'accepted',
  [ReferralRejectedData.type]: 'rejected',
  [ReferralStartedData.type]: 'started',
  [ReferralCompletedData.type]: 'completed',
  [ReferralCancelledData.type]: 'cancelled',
} as const;

const spoken = [ReferralRequestedData, ReferralAcceptedData, ReferralRejectedData, ReferralStartedData, ReferralCompletedData, ReferralCancelledData] as const;

/** The referrals that this partner asked for, as far as it knows how they went. */
export const referrals: Decider<Referrals, (typeof spoken)[number]> = {
  initial: [],
  listensTo: spoken,
  evolve: (known, event) => {
    if (event.type === ReferralRequestedData.type) return [...known, { ...event.data, state: 'requested' }];
    const state = states[event.type];
    return known.map((one) => (one.referralId === event.data.referralId ? { ...one, state } : one));
  },
};

/** Two steps to the right help is what De Lariks promises its residents; a third must be worth telling why. */
const stepsWithoutReason = 2;

export const requestReferral = (request: Content<typeof ReferralRequestedData>, known: Referrals, { partner }: Circumstances): Fact<typeof ReferralRequestedData>[] => {
  if (request.to === partner) unfit('refers-to-oneself', '/to', 'Refer to another partner or team.');
  const same = known.find(({ referralId }) => referralId === request.referralId);
  if (same && same.chainId === request.chainId && same.to === request.to && same.discipline === request.discipline && same.level === request.level) return [];
  if (same) refuse('referral-already-requested', 'Another referral was requested under this id; take a new one.');
  if (stepsWith(request, known, partner) > stepsWithoutReason && request.reasonForExtraStep === undefined) {
    refuse('third-step-needs-reason', 'This household would be referred a third time; say why in reasonForExtraStep.');
  }
  return [fact(ReferralRequestedData, request)];
};

/** A step is a change of the organisation that is responsible; asking the same one again is none, nor is what came to nothing. */
const stepsWith = (request: Content<typeof ReferralRequestedData>, known: Referrals, requester: string): number => {
  const chain = known.filter(({ chainId, state }) => chainId === request.chainId && state !== 'rejected' && state !== 'cancelled');
  const responsible = [requester, ...chain.map(({ to }) => to), request.to];
  return responsible.filter((one, index) => index > 0 && one !== responsible[index - 1]).length;
};

export const cancelReferral = ({ referralId }: Content<typeof ReferralCancelledData>, known: Referrals): Fact<typeof ReferralCancelledData>[] => {
  const referral = known.find((one) => one.referralId === referralId);
  if (!referral) return refuse('referral-not-requested', 'No referral was requested under this id.');
  if (referral.state === 'cancelled') return [];
  if (referral.state === 'completed' || referral.state === 'rejected') return refuse('referral-already-closed', 'This referral was completed or rejected; there is nothing to take back.');
  return [fact(ReferralCancelledData, { referralId })];
};
