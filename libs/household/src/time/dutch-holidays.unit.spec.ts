import { describe, expect, it } from '@jest/globals';
import { dateOfDay, dayOfDate, dayOfMonth, weekdayOf } from './amsterdam.ts';
import { easterSunday, isDutchHoliday, kingsDay } from './dutch-holidays.ts';

const holidays = (year: number): string[] => {
  const [first, last] = [dayOfMonth(year, 1, 1), dayOfMonth(year, 12, 31)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(isDutchHoliday).map(dateOfDay);
};

describe('Dutch public holidays', () => {
  it('are those of art. 3 Algemene termijnenwet', () =>
    expect(holidays(2026)).toEqual(['2026-01-01', '2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26']));

  it('count 5 May every year', () => expect([2024, 2025, 2026, 2027].map((year) => isDutchHoliday(dayOfDate(`${year}-05-05`)))).toEqual([true, true, true, true]));

  it('move King’s Day to the Saturday before where 27 April is a Sunday', () => {
    expect(dateOfDay(kingsDay(2025))).toBe('2025-04-26');
    expect(isDutchHoliday(dayOfDate('2025-04-27'))).toBe(false);
    expect(dateOfDay(kingsDay(2026))).toBe('2026-04-27');
    expect(dateOfDay(kingsDay(2031))).toBe('2031-04-26');
  });

  it('follow Easter, early and late', () => {
    const known = ['2000-04-23', '2008-03-23', '2011-04-24', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2030-04-21', '2038-04-25', '2049-04-18', '2285-03-22'];
    expect(known.map((date) => dateOfDay(easterSunday(Number(date.slice(0, 4)))))).toEqual(known);
    for (let year = 1900; year < 2200; year += 1) expect(weekdayOf(easterSunday(year))).toBe(0);
  });
});
