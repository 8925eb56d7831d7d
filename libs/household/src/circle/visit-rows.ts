import type { VisitRow } from '@kring/contracts';
import type { Personal } from '../event.ts';
import { dayOf, endOfDay, startOfDay } from '../time/amsterdam.ts';
import type { Collisions } from './collisions.ts';
import type { Discretion } from './discretion.ts';
import type { Perspective } from './perspective.ts';
import type { Visit, Visits } from './visits.ts';

/** The visits to come and those that are not long over, by their start. */
export const visitRows = (visits: Visits, collisions: Collisions, { discretion, rules, moment }: Perspective): VisitRow<Personal>[] => {
  const days = rules.visitsShownForDays;
  const earliest = startOfDay(dayOf(moment.asOf) - days);
  const shown = visits.entries().filter((visit) => visit.ends >= earliest);
  const firstToGo = shown.reduce((first, visit) => Math.min(first, visit.ends), Infinity);
  if (firstToGo < Infinity) moment.reached(endOfDay(dayOf(firstToGo) + days));
  return shown.sort((one, other) => one.starts - other.starts).map((visit) => rowOf(visit, collisions, discretion));
};

const rowOf = (visit: Visit, collisions: Collisions, discretion: Discretion): VisitRow<Personal> => {
  const sensitivity = discretion(visit.organisation, visit.sensitivity);
  const colliding = collisions.get(visit);
  if (!colliding && sensitivity === visit.row.sensitivity) return visit.row;
  return { ...visit.row, sensitivity, collidesWith: [...(colliding ?? [])].map(({ row }) => row.visitId) };
};
