import type { ReferralStep, Sensitivity } from '@kring/contracts';
import type { OpenData } from '../event-data.ts';
import type { Instant } from '../time/amsterdam.ts';
import { alsoBecause } from './because.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';
import { Register } from './register.ts';
import { countSteps } from './steps.ts';

type Requested = OpenData['nl.kring.referrals.requested.v1'];
type State = ReferralStep['state'];

export type Referral = {
  readonly publisher: string;
  readonly organisation: string;
  chain: ReferralChain;
  row: ReferralStep;
  /** Since when it is in its state. */
  stateAt: Instant;
  sensitivity: Sensitivity | null;
};

/** How many steps a chain counted from an instant on, and whether it was completed. */
type Count = { readonly from: Instant; readonly count: number; readonly completed: boolean };

export type ReferralChain = {
  readonly chainId: string;
  /** In the order in which they were requested. */
  referrals: Referral[];
  /** Every change, oldest first: since when the chain has been too long. */
  readonly counts: Count[];
  because: string[];
};

export type Referrals = { readonly register: Register<Referral>; readonly chains: Map<string, ReferralChain> };

const progress: readonly State[] = ['requested', 'accepted', 'started', 'completed'];
const over: readonly State[] = ['rejected', 'cancelled', 'completed'];

const isOver = (referral: Referral): boolean => over.includes(referral.row.state);

const recount = (chain: ReferralChain, happening: Happening): void => {
  const { count, completed } = countSteps(chain.referrals.map(({ row }) => row));
  chain.counts.push({ from: happening.at, count, completed });
  chain.because = alsoBecause(chain, happening).because;
};

const requestedRow = (happening: Happening<Requested>): ReferralStep => ({
  referralId: happening.data.referralId,
  from: happening.organisation,
  to: happening.data.to,
  discipline: happening.data.discipline ?? null,
  level: happening.data.level,
  state: 'requested',
  stepNumber: 0,
  requestedAt: happening.when,
  reasonForExtraStep: happening.data.reasonForExtraStep !== undefined || happening.event.personal.includes('/reasonForExtraStep'),
  sensitivity: happening.data.sensitivity ?? 'normal',
  because: [happening.event.id],
});

const chainOf = (referrals: Referrals, chainId: string): ReferralChain => {
  const known = referrals.chains.get(chainId);
  if (known) return known;
  const chain: ReferralChain = { chainId, referrals: [], counts: [], because: [] };
  referrals.chains.set(chainId, chain);
  return chain;
};

/** Requested again while it stands is a correction; requested again after it was over is a new request beside the former. */
const request = (referrals: Referrals, happening: Happening<Requested>): void => {
  const row = requestedRow(happening);
  const sensitivity = happening.data.sensitivity ?? null;
  const known = referrals.register.own(row.referralId, happening);
  const chain = chainOf(referrals, happening.data.chainId);
  if (known && !isOver(known)) {
    known.sensitivity = sensitivity ?? known.sensitivity;
    known.row = { ...row, state: known.row.state, requestedAt: known.row.requestedAt, ...alsoBecause(known.row, happening) };
    if (known.chain !== chain) move(known, chain, happening);
  } else {
    const referral: Referral = { publisher: happening.event.partner, organisation: happening.organisation, chain, row, stateAt: happening.at, sensitivity };
    referrals.register.replace(row.referralId, known, referral);
    chain.referrals.push(referral);
  }
  recount(chain, happening);
};

/** The correction says that it follows from another question. */
const move = (referral: Referral, chain: ReferralChain, happening: Happening): void => {
  const former = referral.chain;
  former.referrals = former.referrals.filter((one) => one !== referral);
  recount(former, happening);
  referral.chain = chain;
  chain.referrals.push(referral);
};

/** A referral goes forward only: what is accepted late was accepted, but a rejected, cancelled or completed one stays so. */
const become = (state: State) => (referrals: Referrals, happening: Happening<{ referralId: string }>): void => {
  const known = referrals.register.meant(happening.data.referralId, happening, { isOpen: (one) => !isOver(one), addressee: state === 'cancelled' ? ({ row }) => row.from : ({ row }) => row.to });
  if (!known || isOver(known)) return;
  const forward = !progress.includes(state) || progress.indexOf(state) > progress.indexOf(known.row.state);
  if (forward && state !== known.row.state) known.stateAt = happening.at;
  known.row = { ...known.row, state: forward ? state : known.row.state, ...alsoBecause(known.row, happening) };
  recount(known.chain, happening);
};

export const referralsPart: Part<Referrals> = {
  empty: () => ({ register: new Register(), chains: new Map() }),
  on: {
    'nl.kring.referrals.requested.v1': request,
    'nl.kring.referrals.accepted.v1': become('accepted'),
    'nl.kring.referrals.rejected.v1': become('rejected'),
    'nl.kring.referrals.started.v1': become('started'),
    'nl.kring.referrals.completed.v1': become('completed'),
    'nl.kring.referrals.cancelled.v1': become('cancelled'),
  },
};
