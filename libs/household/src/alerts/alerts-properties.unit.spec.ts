import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { circleOf } from '../circle/circle-of.ts';
import type { HouseholdEvent, SealedCircle } from '../event.ts';
import { history, moment, openHistory } from '../testing/arbitrary.ts';
import { household, recorded } from '../testing/events.ts';

const knownAt = '9999-12-31T00:00:00Z';
const drawn = (events: readonly HouseholdEvent[], asOf: string): SealedCircle => circleOf(events, { householdId: household, asOf, knownAt });
const standing = (circle: SealedCircle, code: string): boolean => circle.alerts.some((alert) => alert.code === code);
const organisations = (circle: SealedCircle): Set<string> =>
  new Set(circle.involvements.filter(({ until, level }) => until === null && level !== 'own-network').map(({ organisation }) => organisation));

/** Alerts of which a household has one at most, so that its beginning can be looked up. */
const single = ['A01', 'A02', 'A08', 'A13', 'A14', 'A21', 'A22'];
/** What one contact person leaves undone is not what the next one does: where another comes, the alert is another. */
const ofContactPerson = ['A08', 'A13', 'A22'];

describe('an alert, whatever happens', () => {
  it('A01 stands exactly when two organisations are active and there is no contact person', () =>
    fc.assert(
      fc.property(history(), moment, (events, asOf) => {
        const circle = drawn(recorded(events), asOf);
        expect(standing(circle, 'A01')).toBe(organisations(circle).size >= 2 && circle.contactPerson === null);
      }),
      { numRuns: 300 },
    ));

  it('A07 stands exactly when a visit collides with another', () =>
    fc.assert(
      fc.property(history(), moment, (events, asOf) => {
        const circle = drawn(recorded(events), asOf);
        expect(standing(circle, 'A07')).toBe(circle.visits.some(({ collidesWith }) => collidesWith.length > 0));
      }),
      { numRuns: 100 },
    ));

  it('has stood since the instant it names, and did not stand just before', () =>
    fc.assert(
      fc.property(openHistory, moment, (events, asOf) => {
        const known = recorded(events);
        for (const { code, since, actor } of drawn(known, asOf).alerts.filter((alert) => single.includes(alert.code))) {
          expect(Date.parse(since)).toBeLessThanOrEqual(Date.parse(asOf));
          expect([code, standing(drawn(known, since), code)]).toEqual([code, true]);
          const before = drawn(known, new Date(Date.parse(since) - 1).toISOString()).alerts;
          expect(before.filter((one) => one.code === code && (one.actor === actor || !ofContactPerson.includes(code)))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    ));

  it('never begins after the moment at which it stands', () =>
    fc.assert(
      fc.property(history(), moment, (events, asOf) => {
        for (const alert of drawn(recorded(events), asOf).alerts) expect(Date.parse(alert.since)).toBeLessThanOrEqual(Date.parse(asOf));
      }),
      { numRuns: 100 },
    ));

  it('names no organisation that is hidden in the sentence or the list of an alert that others see', () =>
    fc.assert(
      fc.property(history(), moment, (events, asOf) => {
        const circle = drawn(recorded(events), asOf);
        const seen = new Set(circle.involvements.filter(({ sensitivity }) => sensitivity !== 'hidden').map(({ organisation }) => organisation));
        const hidden = circle.involvements.map(({ organisation }) => organisation).filter((organisation) => !seen.has(organisation));
        for (const { message, organisations: listed } of circle.alerts.filter(({ code, sensitivity }) => code === 'A01' && sensitivity !== 'hidden')) {
          for (const organisation of hidden) {
            expect(message.nl).not.toContain(organisation);
            expect(listed).not.toContain(organisation);
          }
        }
      }),
      { numRuns: 100 },
    ));
});
