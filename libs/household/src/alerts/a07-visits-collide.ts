import { becauseOfAll } from '../circle/because.ts';
import type { Collisions } from '../circle/collisions.ts';
import type { Situation } from '../circle/situation.ts';
import type { Visit } from '../circle/visits.ts';
import { dayOf, type Instant } from '../time/amsterdam.ts';
import type { AlertRule, Message, Raised } from './alert.ts';
import { contactOrganisation } from './contact.ts';
import { actorInWords, dayInWords, organisationsInWords } from './wording.ts';

/** Visits that hang together: each collides with another of them. */
const clustersOf = (collisions: Collisions): Visit[][] => {
  const left = new Set(collisions.keys());
  const clusters: Visit[][] = [];
  for (const first of left) {
    const cluster = [first];
    left.delete(first);
    for (const visit of cluster) {
      for (const other of collisions.get(visit) ?? []) if (left.delete(other)) cluster.push(other);
    }
    clusters.push(cluster.sort((one, other) => one.starts - other.starts));
  }
  return clusters;
};

/** A pair collides since both were planned as they are; together they do since the first pair. */
const sinceOf = (cluster: readonly Visit[], { collisions, rules }: Situation): Instant => {
  const within = rules.thresholds.A07.within * 60_000;
  const close = (one: Visit, other: Visit): boolean => Math.abs(one.starts - other.starts) <= within || (one.starts < other.ends && other.starts < one.ends);
  const pairs = cluster.flatMap((visit) => [...(collisions.get(visit) ?? [])].filter((other) => close(visit, other)).map((other) => Math.max(visit.plannedAt, other.plannedAt)));
  return Math.min(...pairs, ...crowdedSince(cluster, rules.thresholds.A07.organisationsPerDay));
};

/** For each day with too many organisations: when the first one too many planned its visit. */
const crowdedSince = (cluster: readonly Visit[], allowed: number): Instant[] =>
  [...Map.groupBy(cluster, ({ starts }) => dayOf(starts)).values()].flatMap((visits) => {
    const firsts = [...Map.groupBy(visits, ({ organisation }) => organisation).values()].map((own) => Math.min(...own.map(({ plannedAt }) => plannedAt)));
    return firsts.sort((one, other) => one - other).slice(allowed, allowed + 1);
  });

const messageOf = (cluster: readonly Visit[], organisations: readonly string[], actor: string, situation: Situation): Message => {
  const { within, organisationsPerDay } = situation.rules.thresholds.A07;
  const [names, acts] = [organisationsInWords(organisations, situation), actorInWords(actor, situation.rules)];
  const day = dayInWords(dayOf(cluster[0]?.starts ?? situation.moment.asOf));
  return {
    nl: `Op ${day.nl} komen ${names.nl} binnen ${within} minuten van elkaar of met meer dan ${organisationsPerDay} op één dag aan de deur, zonder dat een gezamenlijk bezoek is afgesproken. Afstemmen is aan ${acts.nl}: verzetten, of samen gaan.`,
    en: `On ${day.en} ${names.en} are at the door within ${within} minutes of each other or with more than ${organisationsPerDay} in one day, and no joint visit was agreed. It is for ${acts.en} to coordinate: move one, or go together.`,
  };
};

const raised = (cluster: readonly Visit[], situation: Situation): Raised => {
  const organisations = [...new Set(cluster.map(({ organisation }) => organisation))];
  const actor = contactOrganisation(situation);
  return { since: sinceOf(cluster, situation), because: becauseOfAll(cluster.map(({ row }) => row)), actor, organisations, message: messageOf(cluster, organisations, actor, situation) };
};

/** A07. Several organisations at the door at once, or too many in a day, and no joint visit agreed. Source: S0.16. */
export const visitsCollide: AlertRule = {
  code: 'A07',
  name: 'visits-collide',
  severity: 'warning',
  threshold: ({ rules }) => `${rules.thresholds.A07.within} minutes, ${rules.thresholds.A07.organisationsPerDay} organisations a day`,
  raisedBy: (situation) => clustersOf(situation.collisions).map((cluster) => raised(cluster, situation)),
};
