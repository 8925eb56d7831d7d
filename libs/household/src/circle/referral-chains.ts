import type { ReferralChainRow } from '@kring/contracts';
import type { Discretion } from './discretion.ts';
import type { ReferralChain, Referrals } from './referrals.ts';
import { countSteps } from './steps.ts';

/** The chains with their steps numbered; see alert A05. */
export const referralChainRows = (referrals: Referrals, discretion: Discretion): ReferralChainRow[] =>
  [...referrals.chains.values()].filter((chain) => chain.referrals.length > 0).map((chain) => rowOf(chain, discretion));

const rowOf = ({ chainId, referrals, because }: ReferralChain, discretion: Discretion): ReferralChainRow => {
  const { numbers, count } = countSteps(referrals.map(({ row }) => row));
  const steps = referrals.map(({ row, organisation, sensitivity }, index) => ({ ...row, stepNumber: numbers[index] ?? 0, sensitivity: discretion(organisation, sensitivity) }));
  return { chainId, steps, stepCount: count, because };
};
