import type { SealedCircle } from '@kring/household';
import { areaTerm, codeTerm, householdCollections, organisationTerm, readerTerm, type AlertLine } from '@kring/projection-runtime';
import type { Regions } from '@kring/regions';
import type { ViewRow } from '@kring/view-store';

/** Partners that a row is found by, at most: a view store takes 64 terms a row. */
const mostNamed = 28;

export type Responsible = Pick<Regions, 'organisationsBehind' | 'municipalityOf'>;

/**
 * Every partner that may know of the household, and perhaps some that may not: a worklist is narrowed by this before the
 * policy looks at each line of it.
 */
const readersOf = (circle: SealedCircle, regions: Responsible): readonly string[] => {
  const { freshness, involvements, signals, referralChains, contactPerson, coordinator, area } = circle;
  const named = [
    regions.municipalityOf(area),
    coordinator?.organisation,
    contactPerson?.organisation,
    ...involvements.map(({ organisation }) => organisation),
    ...freshness.map(({ organisation }) => organisation),
    ...signals.flatMap(({ addressedTo }) => (addressedTo ? regions.organisationsBehind(addressedTo) : [])),
    ...referralChains.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [...regions.organisationsBehind(from), ...regions.organisationsBehind(to)])),
  ];
  return [...new Set(named.filter((one) => typeof one === 'string'))].slice(0, mostNamed);
};

/** The worklist lines of a circle. They sort by how long the alert has stood. */
export const alertRows = (circle: SealedCircle, regions: Responsible): readonly ViewRow[] => {
  if (circle.alerts.length === 0) return [];
  const readers = readersOf(circle, regions).map(readerTerm);
  return circle.alerts.map((alert, index) => {
    const line: AlertLine = { householdId: circle.canonicalId, region: circle.region, area: circle.area, alert };
    const organisations = [...new Set([...alert.organisations, ...(alert.actor ? [alert.actor] : [])])].slice(0, mostNamed);
    return {
      collection: householdCollections.alert,
      key: `${alert.since}/${circle.canonicalId}/${alert.code}/${String(index).padStart(3, '0')}`,
      value: Buffer.from(JSON.stringify(line)),
      terms: [codeTerm(alert.code), areaTerm(circle.area), ...organisations.map(organisationTerm), ...readers],
    };
  });
};
