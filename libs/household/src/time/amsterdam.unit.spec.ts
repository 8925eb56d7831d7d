import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOfDay, dayOf, dayOfDate, endOfDateOrInstant, endOfDay, startOfDay, textOf, utcText, weekdayOf } from './amsterdam.ts';

const hour = 3_600_000;
const at = (text: string): number => Date.parse(text);
const written = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'medium' });

/** Instants of this century, half of them within two days of a change of the clocks. */
const lastSunday = (year: number, month: number): number => {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * 24 * hour;
};
const change = fc.tuple(fc.integer({ min: 2000, max: 2037 }), fc.constantFrom(2, 9)).map(([year, month]) => lastSunday(year, month));
const instants = fc.oneof(
  fc.tuple(change, fc.integer({ min: -48 * hour, max: 48 * hour })).map(([instant, shift]) => instant + shift),
  fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2037-12-31T00:00:00Z') }),
);

describe('a day in Amsterdam', () => {
  it('is the local date of an instant', () => {
    expect(dateOfDay(dayOf(at('2026-01-31T23:30:00Z')))).toBe('2026-02-01');
    expect(dateOfDay(dayOf(at('2026-07-31T21:59:59Z')))).toBe('2026-07-31');
    expect(dateOfDay(dayOf(at('2026-07-31T22:00:00Z')))).toBe('2026-08-01');
  });

  it('begins and ends at midnight, also where the clocks change on it', () => {
    expect(textOf(startOfDay(dayOfDate('2026-03-29')))).toBe('2026-03-28T23:00:00.000Z');
    expect(textOf(endOfDay(dayOfDate('2026-03-29')))).toBe('2026-03-29T22:00:00.000Z');
    expect(textOf(startOfDay(dayOfDate('2026-10-25')))).toBe('2026-10-24T22:00:00.000Z');
    expect(textOf(endOfDay(dayOfDate('2026-10-25')))).toBe('2026-10-25T23:00:00.000Z');
  });

  it('is what the time zone database says, at every instant', () =>
    fc.assert(fc.property(instants, (instant) => expect(dateOfDay(dayOf(instant))).toBe(written.format(instant).slice(0, 10))), { numRuns: 1_000 }));

  it('holds every instant from its beginning until its end, and no other', () =>
    fc.assert(
      fc.property(instants, (instant) => {
        const day = dayOf(instant);
        expect(startOfDay(day)).toBeLessThanOrEqual(instant);
        expect(endOfDay(day)).toBeGreaterThan(instant);
        expect(written.format(startOfDay(day)).slice(11)).toBe('00:00:00');
      }),
      { numRuns: 1_000 },
    ));

  it('lasts 23, 24 or 25 hours, and follows on the one before', () =>
    fc.assert(
      fc.property(instants.map(dayOf), (day) => {
        expect([23, 24, 25]).toContain((endOfDay(day) - startOfDay(day)) / hour);
        expect(endOfDay(day)).toBe(startOfDay(day + 1));
      }),
    ));

  it('knows its weekday', () => {
    expect(weekdayOf(dayOfDate('2026-10-04'))).toBe(0);
    expect(weekdayOf(dayOfDate('1969-12-31'))).toBe(3);
  });
});

describe('a time as it is written', () => {
  it('is given in UTC, whatever offset it came with', () => {
    expect(utcText('2026-07-01T10:00:00+02:00')).toBe('2026-07-01T08:00:00.000Z');
    expect(utcText('2026-07-01T08:00:00Z')).toBe('2026-07-01T08:00:00Z');
  });

  it('ends with its last day where only a date is given', () => {
    expect(textOf(endOfDateOrInstant('2026-07-01'))).toBe('2026-07-01T22:00:00.000Z');
    expect(textOf(endOfDateOrInstant('2026-07-01T10:00:00+02:00'))).toBe('2026-07-01T08:00:00.000Z');
  });
});
