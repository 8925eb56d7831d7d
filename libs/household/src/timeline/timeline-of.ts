import type { Sensitivity } from '@kring/contracts';
import type { FoldOptions, Times } from '../circle/circle-fold.ts';
import { discretionOf, involvementSensitivity, type Discretion } from '../circle/discretion.ts';
import { learn, noFacts, type Facts } from '../circle/facts.ts';
import { happeningOf, inOrder, type Happening } from '../circle/happening.ts';
import { concerns, identityOf } from '../circle/identity-of.ts';
import type { HouseholdEvent } from '../event.ts';
import { defaultRules } from '../rules/default-rules.ts';
import type { RegionRules, RulesOfArea } from '../rules/region-rules.ts';
import { sentenceOf } from './sentence.ts';
import { subjectOf } from './subject.ts';

export type TimelineEntry = {
  /** When it happened. */
  readonly at: string;
  /** When it was recorded, where that was on a later day; else null. */
  readonly learnedAt: string | null;
  /** The CloudEvents id. */
  readonly id: string;
  readonly type: string;
  /** The partner that answers for it. */
  readonly organisation: string;
  /** The publisher's own id of what it is about: an involvement, a visit, a signal. */
  readonly subject: string | null;
  readonly sensitivity: Sensitivity;
  /** One sentence that holds nothing personal and does not say whose it is. */
  readonly text: { readonly nl: string; readonly en: string };
};

const history = (events: Iterable<HouseholdEvent>, { asOf, knownAt, ...asked }: Times & FoldOptions): { happenings: Happening[]; ids: ReadonlySet<string> } => {
  const unique = new Map([...events].map((event) => [event.uuid, event]));
  const known = [...unique.values()].filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(knownAt));
  const identity = identityOf(known, asked);
  const happenings = known.filter((event) => concerns(event, identity)).map(happeningOf).filter(({ at }) => at <= Date.parse(asOf));
  return { happenings: happenings.sort(inOrder), ids: identity.ids ?? new Set([identity.householdId, identity.canonicalId]) };
};

const factsOf = (happenings: readonly Happening[], ids: ReadonlySet<string>): Facts => {
  const facts = noFacts(ids);
  for (const happening of happenings) learn(facts, happening);
  return facts;
};

/** The end of a hidden involvement is as hidden as its start, though only the start says so. */
const sensitivityOf = (happening: Happening, facts: Facts, discretion: Discretion, rules: RegionRules): Sensitivity => {
  const subject = subjectOf(happening, facts);
  if (subject?.kind === 'involvement' && subject.entry) return involvementSensitivity(subject.entry, rules);
  return discretion(subject?.entry?.organisation ?? happening.organisation, happening.data.sensitivity ?? subject?.entry?.sensitivity ?? null);
};

/** What happened in a household as far as it was known, newest first. */
export const timelineOf = (events: Iterable<HouseholdEvent>, at: Times & FoldOptions, rules: RegionRules | RulesOfArea = defaultRules): TimelineEntry[] => {
  const { happenings, ids } = history(events, at);
  const facts = factsOf(happenings, ids);
  const regional = typeof rules === 'function' ? rules(facts.dwelling.area) : rules;
  const discretion = discretionOf(facts.involvements, regional);
  return happenings.toReversed().flatMap((happening): TimelineEntry[] => {
    const { event, when, late, organisation, data } = happening;
    const text = sentenceOf(event.type, data, regional);
    if (!text) return [];
    const subject = subjectOf(happening, facts)?.id ?? null;
    return [{ at: when, learnedAt: late, id: event.id, type: event.type, organisation, subject, sensitivity: sensitivityOf(happening, facts, discretion, regional), text }];
  });
};
