export { same, type Change } from './changes/changes-between.ts';
export type { Section } from './changes/rows.ts';
export type { ReplayEntry, Sight } from './replay/entry.ts';
export { replay, type Order, type ReplayAsked, type ReplayPage } from './replay/replay.ts';
export { walk, type Household, type Step } from './walk/walk.ts';
export { alertSpans, type AlertSpan } from './what-if/alert-spans.ts';
export { tallyWith, whatIf, type ComparedAlert, type Comparison, type Difference, type Tally } from './what-if/compare.ts';
export { RuleSetInvalid, ruleSetFrom } from './what-if/read-rule-set.ts';
export type { RuleSet } from './what-if/rule-set.ts';
