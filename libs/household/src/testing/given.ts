import { expect } from '@jest/globals';
import type { AlertRow } from '@kring/contracts';
import type { HouseholdEvent } from '../event.ts';
import { CircleFold, type CircleAt, type FoldOptions } from '../circle/circle-fold.ts';
import { circleAt } from '../circle/circle-of.ts';
import { defaultRules } from '../rules/default-rules.ts';
import type { RegionRules } from '../rules/region-rules.ts';
import { household, instant, recorded } from './events.ts';

type Asked = FoldOptions & { readonly knownAt?: string; readonly rules?: RegionRules };

/** What stands at a moment, as a spec asks for it. */
export type Standing = CircleAt & {
  /** The alerts with this code. */
  readonly alerts: (code: string) => AlertRow[];
  /** Checks the circle against what a spec says of it. */
  readonly then: (expected: object) => void;
};

const farFuture = '9999-12-31T00:00:00Z';

/**
 * Given these events, what is the circle at a moment? Every question is answered four times, from the events in order, twice
 * delivered, backwards, and one by one, and the answers must be the same: that is how events reach a hub.
 */
export const given = (...told: readonly (HouseholdEvent | readonly HouseholdEvent[])[]) => {
  const events = recorded(told.flat());
  return {
    events,
    at: (asOf: string, { knownAt = farFuture, rules = defaultRules, ...options }: Asked = {}): Standing => {
      const at = { householdId: household, ...options, asOf: instant(asOf), knownAt: instant(knownAt) };
      const answer = circleAt(events, at, rules);
      for (const delivered of [[...events, ...events], [...events].reverse()]) expect(circleAt(delivered, at, rules)).toEqual(answer);
      expect(oneByOne(events, at, rules)).toEqual(answer);
      return { ...answer, alerts: (code) => answer.circle.alerts.filter((alert) => alert.code === code), then: (expected) => expect(answer.circle).toMatchObject(expected) };
    },
  };
};

/** As the live view is kept: asked after every event, the last one delivered again after each. */
const oneByOne = (events: readonly HouseholdEvent[], at: FoldOptions & { asOf: string; knownAt: string }, rules: RegionRules): CircleAt => {
  const fold = new CircleFold(rules, at);
  for (const event of events) {
    fold.apply(event);
    fold.apply(event);
    fold.at(at);
  }
  return fold.at(at);
};

/** The rows of a list by one of their fields, for short expectations. */
export const by = <Row extends object, Key extends keyof Row>(rows: readonly Row[], key: Key): Row[Key][] => rows.map((row) => row[key]);

