import type { ReferralStep } from '@kring/contracts';

type Step = Pick<ReferralStep, 'from' | 'to' | 'state'>;

/** The steps of a chain as they are counted; `numbers` has one for each referral, in their order. */
export type Steps = { readonly numbers: readonly number[]; readonly count: number; readonly completed: boolean };

/** A referral that was rejected or cancelled changed nothing. */
export const counts = ({ state }: Step): boolean => state !== 'rejected' && state !== 'cancelled';

/**
 * A step is a change of the responsible organisation (S0.19): a referral whose `to` is another than the one responsible until
 * then, at first the requester. A referral that does not count bears the number that it would have had.
 */
export const countSteps = (referrals: readonly Step[]): Steps => {
  let responsible = referrals[0]?.from;
  let count = 0;
  const numbers = referrals.map((referral) => {
    const number = referral.to === responsible ? count : count + 1;
    if (counts(referral)) [count, responsible] = [number, referral.to];
    return number;
  });
  return { numbers, count, completed: referrals.findLast(counts)?.state === 'completed' };
};
