import { dayOfMonth, weekdayOf, type Day } from './amsterdam.ts';

const sunday = 0;

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export const easterSunday = (year: number): Day => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const monthAndDay = epact + weekday - 7 * shift + 114;
  return dayOfMonth(year, Math.floor(monthAndDay / 31), (monthAndDay % 31) + 1);
};

/** 27 April, or the Saturday before where that is a Sunday. */
export const kingsDay = (year: number): Day => {
  const birthday = dayOfMonth(year, 4, 27);
  return weekdayOf(birthday) === sunday ? birthday - 1 : birthday;
};

const holidaysOfYear = (year: number): ReadonlySet<Day> => {
  const easter = easterSunday(year);
  return new Set([
    dayOfMonth(year, 1, 1),
    easter - 2,
    easter + 1,
    kingsDay(year),
    dayOfMonth(year, 5, 5),
    easter + 39,
    easter + 50,
    dayOfMonth(year, 12, 25),
    dayOfMonth(year, 12, 26),
  ]);
};

/** Bounded by the years that RFC 3339 can write; a hub meets a few dozen. */
const holidaysByYear = new Map<number, ReadonlySet<Day>>();

/** A day that art. 3 Algemene termijnenwet names (or that equals a Sunday by it), 5 May every year included. */
export const isDutchHoliday = (day: Day): boolean => {
  const year = new Date(day * 86_400_000).getUTCFullYear();
  let holidays = holidaysByYear.get(year);
  if (!holidays) holidaysByYear.set(year, (holidays = holidaysOfYear(year)));
  return holidays.has(day);
};
