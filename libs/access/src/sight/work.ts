import type { InvolvementRow, SignalRow } from '@kring/contracts';
import type { Personal, SealedCircle } from '@kring/household';
import type { Policy } from '../policies/policy.ts';
import { leavingOut } from './leaving-out.ts';
import { workerSeen } from './people.ts';
import { isFor } from './reading.ts';
import type { Reading } from './reading.ts';

type Row = InvolvementRow<Personal>;
const nothing = <T>(seen: T | null): seen is T => seen !== null;

const involvementSeen = (policy: Policy, reading: Reading, row: Row): Row | null => {
  switch (policy.organisation(reading, row.organisation, reading.sensitivityOf(row))) {
    case 'whole':
      return { ...row, professional: workerSeen(row.professional, policy.workerName(reading, row.organisation, row.domain)) };
    case 'name':
      // Ask the broker: that this partner is here and since when, and nothing of what it does.
      return leavingOut(row, 'professional', 'role', 'level', 'domain', 'person', 'expectedEnd', 'endReason', 'lastConfirmed', 'legalBasis');
    case 'nothing':
      return null;
  }
};

export const involvementsSeen = (policy: Policy, reading: Reading, { involvements }: SealedCircle): Row[] =>
  involvements.map((row) => involvementSeen(policy, reading, row)).filter(nothing);

const signalSeen = (policy: Policy, reading: Reading, signal: SignalRow): SignalRow | null => {
  switch (policy.signal(reading, signal)) {
    case 'whole':
      return signal;
    case 'without-reporter':
      return leavingOut(signal, 'raisedBy', 'reporterInformedAt');
    case 'metadata':
      return leavingOut(signal, 'kind', 'domain', 'outcome');
    case 'nothing':
      return null;
  }
};

export const signalsSeen = (policy: Policy, reading: Reading, { signals }: SealedCircle): SignalRow[] =>
  signals.map((signal) => signalSeen(policy, reading, signal)).filter(nothing);

/** A slot is when and by which organisation: enough not to stand at the door together. */
export const visitsSeen = (policy: Policy, reading: Reading, { visits }: SealedCircle): SealedCircle['visits'] => {
  const seen = visits.flatMap((visit) => {
    const sight = policy.visit(reading, visit);
    if (sight === 'nothing') return [];
    return [sight === 'whole' ? visit : leavingOut(visit, 'professional')];
  });
  const ids = new Set(seen.map(({ visitId }) => visitId));
  return seen.map((visit) => (visit.collidesWith.every((id) => ids.has(id)) ? visit : { ...visit, collidesWith: visit.collidesWith.filter((id) => ids.has(id)) }));
};

/** Who takes part in a match agreed on its owner, and so knows them; unless that may be a worker of an organisation kept from the reader. */
export const matchesSeen = (policy: Policy, reading: Reading, { matches }: SealedCircle): SealedCircle['matches'] =>
  matches.flatMap((match) => {
    const organisations = policy.match(reading, match);
    if (organisations === 'nothing' || organisations.length === 0) return [];
    const told = organisations.length < match.organisations.length ? leavingOut(match, 'owner') : match;
    return [{ ...told, organisations: [...organisations], acknowledgedBy: match.acknowledgedBy.filter((one) => organisations.includes(one)) }];
  });

export const referralsSeen = (policy: Policy, reading: Reading, { referralChains }: SealedCircle): SealedCircle['referralChains'] =>
  referralChains.flatMap((chain) => {
    const steps = policy.referrals(reading, chain).filter(({ from, to, sensitivity }) => reading.isOwn(to) || isFor(policy, reading, from, sensitivity));
    return steps.length === 0 ? [] : [{ ...chain, steps: [...steps] }];
  });
