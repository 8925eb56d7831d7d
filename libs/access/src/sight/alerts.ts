import type { AlertRow } from '@kring/contracts';
import type { SealedCircle } from '@kring/household';

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
  readonly isNamedOpenly: (organisation: string) => boolean;
};

/**
 * An alert is as visible as the facts it rests on: one that rests only on what is kept from the reader is not shown, and one that
 * partly does names only the organisations that the reader knows here. Its words name those that are openly involved, so where
 * the reader does not know one of them the alert is not shown either.
 */
export const alertsSeen = ({ whole, seen, known, isNamedOpenly }: Sight): AlertRow[] => {
  const hidden = hiddenEvents(whole, seen);
  return whole.alerts.flatMap((alert) => {
    const because = alert.because.filter((id) => !hidden.has(id));
    const organisations = alert.organisations.filter((one) => known.has(one));
    const named = [...alert.organisations, ...(alert.actor === null || alert.actor === 'each-involved' ? [] : [alert.actor])].filter(isNamedOpenly);
    if (because.length === 0 || (organisations.length === 0 && alert.organisations.length > 0) || !named.every((one) => known.has(one))) return [];
    const actor = alert.actor === 'each-involved' || (alert.actor !== null && known.has(alert.actor)) ? alert.actor : null;
    return [{ ...alert, because, organisations, actor }];
  });
};
