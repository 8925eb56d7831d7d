import { dayOf, type Day } from '../time/amsterdam.ts';
import type { Perspective } from './perspective.ts';
import type { Visit, Visits } from './visits.ts';

const minute = 60_000;

/** Per visit, the visits that it collides with; see alert A07. */
export type Collisions = ReadonlyMap<Visit, ReadonlySet<Visit>>;

/**
 * Visits of different organisations, planned and not over, that overlap, start within the region's minutes of each other, or
 * are of more organisations than the region allows on one local day. Hidden visits take no part: a collision would tell of them.
 */
export const collisionsOf = (visits: Visits, perspective: Perspective): Collisions => {
  const { rules, moment } = perspective;
  const upcoming = upcomingVisits(visits, perspective);
  const collisions = new Map<Visit, Set<Visit>>();
  if (new Set(upcoming.map(({ organisation }) => organisation)).size < 2) return collisions;
  const collide = (one: Visit, other: Visit): void => {
    if (one.organisation === other.organisation) return;
    add(collisions, one, other);
    add(collisions, other, one);
  };
  tooCloseTogether(upcoming, rules.thresholds.A07.within * minute, collide);
  tooManyOnOneDay(upcoming, rules.thresholds.A07.organisationsPerDay, collide);
  for (const visit of collisions.keys()) moment.reached(visit.ends);
  return collisions;
};

const upcomingVisits = (visits: Visits, { discretion, moment }: Perspective): Visit[] =>
  visits
    .entries()
    .filter((visit) => visit.row.state === 'planned' && visit.ends > moment.asOf && discretion(visit.organisation, visit.sensitivity) !== 'hidden')
    .sort((one, other) => one.starts - other.starts);

const add = (collisions: Map<Visit, Set<Visit>>, visit: Visit, other: Visit): void => {
  const known = collisions.get(visit);
  if (known) known.add(other);
  else collisions.set(visit, new Set([other]));
};

type Collide = (one: Visit, other: Visit) => void;

/** Sorted by start, what can collide with a visit follows it closely: only those still running or starting soon are kept in sight. */
const tooCloseTogether = (sorted: readonly Visit[], within: number, collide: Collide): void => {
  let inSight: Visit[] = [];
  for (const visit of sorted) {
    inSight = inSight.filter((earlier) => earlier.ends > visit.starts || visit.starts - earlier.starts <= within);
    for (const earlier of inSight) collide(earlier, visit);
    inSight.push(visit);
  }
};

const tooManyOnOneDay = (sorted: readonly Visit[], allowed: number, collide: Collide): void => {
  for (const day of Map.groupBy(sorted, (visit): Day => dayOf(visit.starts)).values()) {
    if (new Set(day.map(({ organisation }) => organisation)).size <= allowed) continue;
    day.forEach((visit, index) => day.slice(index + 1).forEach((other) => collide(visit, other)));
  }
};
