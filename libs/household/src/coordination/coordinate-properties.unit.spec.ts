import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HouseholdEvent } from '../event.ts';
import { history, moment } from '../testing/arbitrary.ts';
import { recorded } from '../testing/events.ts';
import { asEvent, decidedAt, hubThatHeard } from './testing/acting-hub.ts';
import { keyOf } from './alerts-told.ts';
import type { HubFact } from './hub-fact.ts';

/** As if all of it had been recorded at once, before anything of it is judged. */
const knownAtOnce = (told: readonly HouseholdEvent[]): HouseholdEvent[] => recorded(told).map((event) => ({ ...event, recordedAt: '2026-01-01T00:00:00.000Z' }));

const keysOf = (facts: readonly HubFact[]): string[] => facts.filter(({ type }) => type === 'nl.kring.alerts.raised.v1').map(({ data }) => keyOf(data as never));

describe('what the hub does by itself, whatever happens', () => {
  it('follows from what happened, not from the order or the number of times in which it was told', () =>
    fc.assert(
      fc.property(history(), moment, fc.infiniteStream(fc.nat()), (told, asOf, chance) => {
        const events = knownAtOnce(told);
        const shuffled = [...events, ...events].map((event) => ({ event, place: chance.next().value })).sort((one, other) => one.place - other.place).map(({ event }) => event);
        expect(decidedAt(shuffled, asOf)).toEqual(decidedAt(events, asOf));
      }),
      { numRuns: 200 },
    ));

  it('is done once: when it is said, nothing more follows', () =>
    fc.assert(
      fc.property(history(), moment, (told, asOf) => {
        const events = knownAtOnce(told);
        const facts = decidedAt(events, asOf);
        expect(decidedAt([...events, ...facts.map((fact) => asEvent(fact))], asOf)).toEqual([]);
      }),
      { numRuns: 200 },
    ));

  it('is the same when only a part of it was said before the hub fell over', () =>
    fc.assert(
      fc.property(history(), moment, fc.nat(), (told, asOf, cut) => {
        const events = knownAtOnce(told);
        const facts = decidedAt(events, asOf);
        const said = facts.slice(0, facts.length === 0 ? 0 : cut % facts.length);
        const rest = decidedAt([...events, ...said.map((fact) => asEvent(fact))], asOf);
        expect([...said, ...rest].map(({ about }) => about).sort()).toEqual(facts.map(({ about }) => about).sort());
      }),
      { numRuns: 200 },
    ));

  it('gives no two facts one name, and none a time that is still to come', () =>
    fc.assert(
      fc.property(history(), moment, (told, asOf) => {
        const facts = hubThatHeard(knownAtOnce(told)).until(asOf);
        expect(new Set(facts.map(({ type, about }) => `${type} ${about}`)).size).toBe(facts.length);
        for (const { occurredAt } of facts) expect(Date.parse(occurredAt)).toBeLessThanOrEqual(Date.parse(asOf));
      }),
      { numRuns: 100 },
    ));

  it('raises an alert again only after it was cleared, and clears each once', () =>
    fc.assert(
      fc.property(history(), moment, (told, asOf) => {
        const facts = hubThatHeard(knownAtOnce(told)).until(asOf);
        const cleared = facts.filter(({ type }) => type === 'nl.kring.alerts.cleared.v1').map(({ data }) => data['alertId']);
        const open = facts.filter(({ type, data }) => type === 'nl.kring.alerts.raised.v1' && !cleared.includes(data['alertId']));
        expect(new Set(keysOf(open)).size).toBe(open.length);
        expect(new Set(cleared).size).toBe(cleared.length);
      }),
      { numRuns: 100 },
    ));
});
