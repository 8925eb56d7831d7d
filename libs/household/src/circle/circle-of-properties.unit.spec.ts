import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HouseholdEvent, SealedCircle } from '../event.ts';
import { history, moment } from '../testing/arbitrary.ts';
import { household, recorded } from '../testing/events.ts';
import { CircleFold } from './circle-fold.ts';
import { circleAt, circleOf } from './circle-of.ts';

const knownAt = '9999-12-31T00:00:00Z';
const at = (asOf: string) => ({ householdId: household, asOf, knownAt });

/** A hub records the events a minute after another in the order in which they arrive. */
const arrived = (events: readonly HouseholdEvent[]): HouseholdEvent[] =>
  recorded(events.map((event, index) => ({ ...event, recordedAt: new Date(Date.parse('2028-01-01T00:00:00Z') + index * 60_000).toISOString() })));

/** What a circle says of the household, apart from how the hub came to know it. */
const facts = (circle: SealedCircle): unknown => JSON.parse(JSON.stringify({ ...circle, position: null }, (key, value: unknown) => (key === 'learnedAt' ? null : value)));

const shuffledHistory = history().chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), fc.subarray(events)));

describe('the circle, whatever happens', () => {
  it('does not depend on the order in which events arrived, nor on how often', () =>
    fc.assert(
      fc.property(shuffledHistory, moment, ([events, shuffled, again], asOf) => {
        expect(facts(circleOf([...arrived(shuffled), ...arrived(shuffled).filter(({ uuid }) => again.some((one) => one.uuid === uuid))], at(asOf)))).toEqual(facts(circleOf(arrived(events), at(asOf))));
      }),
      { numRuns: 150 },
    ));

  it('is the same kept up event by event as drawn from nothing', () =>
    fc.assert(
      fc.property(shuffledHistory, fc.array(moment, { minLength: 1, maxLength: 5 }), ([, shuffled], moments) => {
        const fold = new CircleFold(undefined, { householdId: household });
        arrived(shuffled).forEach((event, index, events) => {
          fold.apply(event);
          const asOf = moments[index % moments.length] ?? knownAt;
          expect(fold.at(at(asOf))).toEqual(circleAt(events.slice(0, index + 1), at(asOf)));
        });
      }),
      { numRuns: 30 },
    ));

  it('is untouched by what had not happened yet, and by what was not known yet', () =>
    fc.assert(
      fc.property(history(), moment, (events, asOf) => {
        const known = recorded(events);
        expect(facts(circleOf(known, at(asOf)))).toEqual(facts(circleOf(known.filter(({ occurredAt }) => Date.parse(occurredAt) <= Date.parse(asOf)), at(asOf))));
        expect(circleOf(known, { ...at(asOf), knownAt: asOf })).toEqual(circleOf(known.filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(asOf)), { ...at(asOf), knownAt: asOf }));
      }),
      { numRuns: 100 },
    ));

  it('stays as it is until the instant at which it says that it changes', () =>
    fc.assert(
      fc.property(history(), moment, (events, asOf) => {
        const { circle, changesAt } = circleAt(recorded(events), at(asOf));
        const justBefore = new Date((changesAt === null ? Date.parse('2099-01-01T00:00:00Z') : Date.parse(changesAt)) - 1).toISOString();
        const later = circleAt(recorded(events), at(justBefore));
        expect({ ...later.circle, asOf: circle.asOf }).toEqual(circle);
        expect(later.changesAt).toEqual(changesAt);
      }),
      { numRuns: 150 },
    ));

  it('gives a reason for every row, and none twice', () =>
    fc.assert(
      fc.property(history(), moment, (events, asOf) => {
        const circle = circleOf(recorded(events), at(asOf));
        const rows = [...circle.members, ...circle.involvements, ...circle.supporters, ...circle.questions, ...circle.signals, ...circle.referralChains, ...circle.matches, ...circle.visits, ...circle.consents, ...circle.residentInformed];
        for (const { because } of [...rows, ...circle.alerts.filter((alert) => alert.because.length > 0)]) {
          expect(because.length).toBeGreaterThan(0);
          expect(new Set(because).size).toBe(because.length);
          expect([...because].sort((one, other) => Number(one.slice(2)) - Number(other.slice(2)))).toEqual(because);
        }
      }),
      { numRuns: 100 },
    ));
});
