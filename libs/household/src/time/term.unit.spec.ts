import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, dayOfDate, startOfDay, textOf } from './amsterdam.ts';
import { endOfTerm, termInWords } from './term.ts';
import { isWorkingDay, workingDayAfter } from './working-days.ts';

const end = (start: string, term: Parameters<typeof endOfTerm>[1]): string => textOf(endOfTerm(Date.parse(start), term));
const days = fc.integer({ min: dayOfDate('2020-01-01'), max: dayOfDate('2035-12-31') });
const counts = fc.integer({ min: 1, max: 30 });

describe('a working day', () => {
  it('is Monday to Friday without the public holidays', () => {
    expect(['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06', '2026-04-07'].map((date) => isWorkingDay(dayOfDate(date)))).toEqual([false, false, false, false, true]);
  });

  it('is the n-th after a day when n working days lie between that day and its end', () =>
    fc.assert(
      fc.property(days, counts, (day, count) => {
        const found = workingDayAfter(day, count);
        const between = Array.from({ length: found - day }, (_, index) => day + 1 + index).filter(isWorkingDay);
        expect(isWorkingDay(found)).toBe(true);
        expect(between).toHaveLength(count);
      }),
    ));
});

describe('a term', () => {
  it('of working days ends at midnight after the last of them, over a weekend and Easter', () => {
    expect(end('2026-10-02T09:00:00Z', { workingDays: 5 })).toBe('2026-10-09T22:00:00.000Z');
    expect(end('2026-04-02T09:00:00Z', { workingDays: 1 })).toBe('2026-04-07T22:00:00.000Z');
  });

  it('that starts in the weekend counts from Monday on', () => expect(end('2026-10-03T09:00:00Z', { workingDays: 1 })).toBe('2026-10-05T22:00:00.000Z'));

  it('starts on the local day, late in the evening too', () => {
    expect(end('2026-01-05T22:59:59Z', { days: 1 })).toBe('2026-01-06T23:00:00.000Z');
    expect(end('2026-01-05T23:00:00Z', { days: 1 })).toBe('2026-01-07T23:00:00.000Z');
  });

  it('of days runs over a change of the clocks', () => expect(end('2026-03-20T12:00:00Z', { days: 14 })).toBe('2026-04-03T22:00:00.000Z'));

  it('of months ends on the same day, or on the last of a shorter month', () => {
    expect(end('2026-01-31T12:00:00Z', { months: 1 })).toBe('2026-02-28T23:00:00.000Z');
    expect(end('2026-02-28T12:00:00Z', { months: 1 })).toBe('2026-03-28T23:00:00.000Z');
    expect(end('2025-12-15T12:00:00Z', { months: 1 })).toBe('2026-01-15T23:00:00.000Z');
    expect(end('2024-02-29T12:00:00Z', { months: 60 })).toBe('2029-02-28T23:00:00.000Z');
  });

  it('ends at a local midnight that does not depend on the hour at which it started', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 22 }), fc.oneof(counts.map((count) => ({ days: count })), counts.map((count) => ({ workingDays: count })), counts.map((count) => ({ months: count }))), (day, hours, term) => {
        const ending = endOfTerm(startOfDay(day) + hours * 3_600_000, term);
        expect(ending).toBe(endOfTerm(startOfDay(day), term));
        expect(startOfDay(dayOf(ending))).toBe(ending);
        expect(ending).toBeGreaterThan(startOfDay(day + 1));
      }),
    ));

  it('is said in words', () => {
    expect(termInWords({ workingDays: 1 })).toEqual({ nl: '1 werkdag', en: '1 working day' });
    expect(termInWords({ days: 28 })).toEqual({ nl: '28 dagen', en: '28 days' });
    expect(termInWords({ months: 1 })).toEqual({ nl: '1 maand', en: '1 month' });
  });
});
