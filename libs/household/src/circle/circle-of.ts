import type { HouseholdEvent, SealedCircle } from '../event.ts';
import type { RegionRules, RulesOfArea } from '../rules/region-rules.ts';
import { CircleFold, type CircleAt, type FoldOptions, type Times } from './circle-fold.ts';

/** The circle that follows from a household's events, in whatever order and however often they are given, and when it changes by time alone. */
export const circleAt = (events: Iterable<HouseholdEvent>, at: Times & FoldOptions, rules?: RegionRules | RulesOfArea): CircleAt => {
  const fold = new CircleFold(rules, at);
  for (const event of events) fold.apply(event);
  return fold.at(at);
};

/** The circle alone; see `circleAt`. */
export const circleOf = (events: Iterable<HouseholdEvent>, at: Times & FoldOptions, rules?: RegionRules | RulesOfArea): SealedCircle => circleAt(events, at, rules).circle;
