import type { AlertRow } from '@kring/contracts';
import type { SealedCircle } from '@kring/household';
import type { Policy } from '../policies/policy.ts';
import type { Reading } from './reading.ts';

type Explained = { readonly because: readonly string[] };

const rowsOf = ({ members, contactPerson, coordinator, involvements, supporters, questions, ownStrength, signals, referralChains, matches, visits, plan, participation, aftercare, consents, residentInformed }: SealedCircle): Explained[] => [
  ...members, ...involvements, ...supporters, ...questions, ...signals, ...matches, ...visits, ...participation.steps, ...consents, ...residentInformed,
  ...referralChains, ...referralChains.flatMap(({ steps }) => steps),
  ...[contactPerson, contactPerson?.cover, contactPerson?.lastPulseCheck, coordinator, ownStrength, plan, aftercare].filter((row) => row !== null && row !== undefined),
];

const becauseOf = (circle: SealedCircle): Set<string> => new Set(rowsOf(circle).flatMap(({ because }) => because));

/** Ids of the events that stand behind the whole circle and behind nothing that the reader sees of it. */
export const hiddenEvents = (whole: SealedCircle, seen: SealedCircle): ReadonlySet<string> => {
  const visible = becauseOf(seen);
  return new Set([...becauseOf(whole)].filter((id) => !visible.has(id)));
};

type Sight = {
  readonly whole: SealedCircle;
  readonly seen: SealedCircle;
  /** Organisations that the reader meets in what it sees. */
  readonly known: ReadonlySet<string>;
};

/**
 * An alert is as visible as the facts it rests on: one that rests only on what is kept from the reader is not shown, and one that
 * partly does names only the organisations that the reader knows here. Its words name who should act and those that are openly
 * involved, so where the reader does not know one of them the alert is not shown either.
 */
export const alertsSeen = (policy: Policy, { own, isNamedOpenly }: Reading, { whole, seen, known }: Sight): AlertRow[] => {
  if (!policy.alerts) return [];
  const hidden = hiddenEvents(whole, seen);
  return whole.alerts.flatMap((alert) => {
    const because = alert.because.filter((id) => !hidden.has(id));
    const organisations = alert.organisations.filter((one) => known.has(one));
    const isOfOwn = own !== null && alert.organisations.includes(own);
    const isDiscreet = alert.sensitivity === 'hidden' || (alert.sensitivity === 'brokered' && !policy.brokered);
    const named = [...alert.organisations.filter(isNamedOpenly), ...(alert.actor === null || alert.actor === 'each-involved' ? [] : [alert.actor])];
    const speaksOfNobodyKnown = organisations.length === 0 && alert.organisations.length > 0;
    if (because.length === 0 || speaksOfNobodyKnown || (isDiscreet && !isOfOwn) || !named.every((one) => known.has(one))) return [];
    return [{ ...alert, because, organisations }];
  });
};
