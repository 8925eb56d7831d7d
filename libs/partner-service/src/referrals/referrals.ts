import { ReferralCancelledData, ReferralRequestedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact, Open } from '../deciding/decider.ts';
import { refuse, unfit } from '../deciding/refusal.ts';

type Referral = Open<Content<typeof ReferralRequestedData>> & { readonly cancelled: boolean };
/** In the order in which they were requested. */
export type Referrals = readonly Referral[];

/** The referrals that this partner asked for. How they were answered is told by whoever was asked, and is not ours to read here. */
export const referrals: Decider<Referrals, typeof ReferralRequestedData | typeof ReferralCancelledData> = {
  initial: [],
  listensTo: [ReferralRequestedData, ReferralCancelledData],
  evolve: (known, event) => {
    if (event.type === ReferralRequestedData.type) return [...known, { ...event.data, cancelled: false }];
    return known.map((one) => (one.referralId === event.data.referralId ? { ...one, cancelled: true } : one));
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

/**
 * A step is a change of the organisation that is responsible; asking the same one again is none. Whoever was turned down takes
 * the referral back, and then it counts no more.
 */
const stepsWith = (request: Content<typeof ReferralRequestedData>, known: Referrals, requester: string): number => {
  const chain = known.filter(({ chainId, cancelled }) => chainId === request.chainId && !cancelled);
  const responsible = [requester, ...chain.map(({ to }) => to), request.to];
  return responsible.filter((one, index) => index > 0 && one !== responsible[index - 1]).length;
};

export const cancelReferral = ({ referralId }: Content<typeof ReferralCancelledData>, known: Referrals): Fact<typeof ReferralCancelledData>[] => {
  const referral = known.find((one) => one.referralId === referralId);
  if (!referral) return refuse('referral-not-requested', 'No referral was requested under this id.');
  return referral.cancelled ? [] : [fact(ReferralCancelledData, { referralId })];
};
