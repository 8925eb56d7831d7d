import type { SealedCircle } from '@kring/household';
import type { ViewRow } from '@kring/view-store';
import { householdCollections, type AlertLine } from './rows.ts';

/** Terms of an alert row; the view store takes at most 64. */
const maxNamed = 28;

/**
 * Every partner that the circle names. Whoever may know the household is among them, so a worklist can be narrowed by this
 * before the policy looks at each line.
 */
export const partnersNamedIn = (circle: SealedCircle): readonly string[] => {
  const named = [
    ...circle.freshness.map((one) => one.organisation),
    ...circle.involvements.map((one) => one.organisation),
    ...circle.signals.flatMap((one) => (one.addressedTo ? [one.addressedTo] : [])),
    ...circle.referralChains.flatMap((chain) => chain.steps.map((step) => step.to)),
    ...(circle.contactPerson ? [circle.contactPerson.organisation] : []),
    ...(circle.coordinator ? [circle.coordinator.organisation] : []),
  ];
  return [...new Set(named)].slice(0, maxNamed);
};

export const readerTerm = (partner: string): string => `reader=${partner}`;
export const codeTerm = (code: string): string => `code=${code}`;
export const areaTerm = (area: string): string => `area=${area}`;
export const organisationTerm = (organisation: string): string => `organisation=${organisation}`;

/** The worklist rows of a circle. They sort by how long the alert has stood. */
export const alertRows = (circle: SealedCircle): readonly ViewRow[] => {
  const readers = partnersNamedIn(circle).map(readerTerm);
  return circle.alerts.map((alert, index) => {
    const line: AlertLine = { householdId: circle.canonicalId, region: circle.region, area: circle.area, alert };
    const organisations = [...new Set([...alert.organisations, ...(alert.actor ? [alert.actor] : [])])].slice(0, maxNamed);
    return {
      collection: householdCollections.alert,
      key: `${alert.since}/${circle.canonicalId}/${alert.code}/${String(index).padStart(3, '0')}`,
      value: Buffer.from(JSON.stringify(line)),
      terms: [codeTerm(alert.code), areaTerm(circle.area), ...organisations.map(organisationTerm), ...readers],
    };
  });
};
