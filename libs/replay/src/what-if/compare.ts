import type { Household } from '../walk/walk.ts';
import { alertSpans, inHindsight, type AlertSpan } from './alert-spans.ts';
import { historyUnder, rulesUnder, switchedOff, type RuleSet } from './rule-set.ts';

/**
 * One alert under both sets of rules. `gone`: it would not have been raised; `new`: it was not raised, and would have been;
 * `earlier`, `later`: it would have shown at another time; `otherwise`: at that time, but for longer, shorter, or as urgent or not.
 */
export type Difference = 'same' | 'gone' | 'new' | 'earlier' | 'later' | 'otherwise';

export type ComparedAlert = { readonly difference: Difference; readonly code: string; readonly fact: AlertSpan | null; readonly whatIf: AlertSpan | null };

export type Comparison = { readonly householdId: string; readonly alerts: readonly ComparedAlert[] };

export type Comparing = {
  /** How far the comparison goes. */
  readonly until: string;
  /** As if everything had been told when it happened. */
  readonly hindsight?: boolean;
};

const still = '9999';
const overlaps = (one: AlertSpan, other: AlertSpan): boolean => one.shownAt <= (other.goneAt ?? still) && other.shownAt <= (one.goneAt ?? still);

/** The alert of the other rules that is this one: of the same code and for the same reason, and if need be for another. */
const counterpart = (fact: AlertSpan, candidates: readonly AlertSpan[]): AlertSpan | undefined => {
  const likely = candidates.filter((one) => one.code === fact.code && overlaps(one, fact));
  return likely.find((one) => one.because[0] === fact.because[0]) ?? likely.find((one) => one.because.some((id) => fact.because.includes(id)));
};

const differenceOf = (fact: AlertSpan, whatIf: AlertSpan): Difference => {
  if (whatIf.shownAt !== fact.shownAt) return whatIf.shownAt < fact.shownAt ? 'earlier' : 'later';
  return whatIf.goneAt === fact.goneAt && whatIf.severity === fact.severity && whatIf.actor === fact.actor ? 'same' : 'otherwise';
};

const paired = (facts: readonly AlertSpan[], others: readonly AlertSpan[]): ComparedAlert[] => {
  const left = [...others];
  const compared = facts.map((fact): ComparedAlert => {
    const whatIf = counterpart(fact, left);
    if (!whatIf) return { difference: 'gone', code: fact.code, fact, whatIf: null };
    left.splice(left.indexOf(whatIf), 1);
    return { difference: differenceOf(fact, whatIf), code: fact.code, fact, whatIf };
  });
  return [...compared, ...left.map((whatIf): ComparedAlert => ({ difference: 'new', code: whatIf.code, fact: null, whatIf }))];
};

const shownFirst = ({ fact, whatIf }: ComparedAlert): string => [fact?.shownAt ?? still, whatIf?.shownAt ?? still].sort()[0] ?? still;

/**
 * A household's real history under its own rules, and under others: who would have been told what, and when, beside who was.
 * Nothing is changed by asking.
 */
export const whatIf = (household: Household, ruleSet: RuleSet, { until, hindsight = false }: Comparing): Comparison => {
  const real = hindsight ? inHindsight(household) : household;
  const other: Household = { ...real, history: historyUnder(ruleSet, real.history), rules: rulesUnder(ruleSet, real.rules) };
  const area = real.history.findLast(({ data }) => typeof data['area'] === 'string')?.data['area'];
  const off = switchedOff(ruleSet, real.rules(String(area ?? '')).region);
  const alerts = paired(alertSpans(real, until), alertSpans(other, until, off));
  return { householdId: household.householdId, alerts: alerts.sort((one, two) => (shownFirst(one) < shownFirst(two) ? -1 : 1)) };
};

/** How many alerts of each code stayed, went, came or moved, over many households. */
export type Tally = Readonly<Record<string, Readonly<Partial<Record<Difference, number>>>>>;

export const tallyWith = (tally: Tally, { alerts }: Comparison): Tally => {
  const counted: Record<string, Partial<Record<Difference, number>>> = { ...tally };
  for (const { code, difference } of alerts) counted[code] = { ...counted[code], [difference]: (counted[code]?.[difference] ?? 0) + 1 };
  return counted;
};
