import type { AlertRow } from '@kring/contracts';

/** What became of the alerts between two circles; `stays` pairs those that are still the same alert. */
export type AlertChanges = {
  readonly raised: readonly AlertRow[];
  readonly cleared: readonly AlertRow[];
  readonly stays: readonly { readonly before: AlertRow; readonly after: AlertRow }[];
};

type Alike = (alert: AlertRow) => string;

/**
 * An alert has no id of its own. It is the same where it holds since the same instant because of the same first event; one whose
 * reasons were completed from earlier keeps its instant, and one whose instant moved keeps its first reason.
 */
const alike: readonly Alike[] = [
  ({ code, since, because }) => `${code} ${since} ${because[0] ?? ''}`,
  ({ code, since }) => `${code} ${since}`,
  ({ code, because }) => `${code} ${because[0] ?? ''}`,
];

/** Which alerts of two circles are one and the same, which are new and which are gone. */
export const alertsBetween = (before: readonly AlertRow[], after: readonly AlertRow[]): AlertChanges => {
  const stays: { before: AlertRow; after: AlertRow }[] = [];
  let [cleared, raised] = [[...before], [...after]];
  for (const alikeBy of alike) {
    const left = Map.groupBy(cleared, alikeBy);
    const found = raised.flatMap((alert) => {
      const former = left.get(alikeBy(alert))?.shift();
      return former ? [{ before: former, after: alert }] : [];
    });
    stays.push(...found);
    cleared = cleared.filter((alert) => !found.some((pair) => pair.before === alert));
    raised = raised.filter((alert) => !found.some((pair) => pair.after === alert));
  }
  return { raised, cleared, stays };
};
