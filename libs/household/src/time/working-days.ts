import { weekdayOf, type Day } from './amsterdam.ts';
import { isDutchHoliday } from './dutch-holidays.ts';

/** Monday to Friday without the days of art. 3 Algemene termijnenwet. */
export const isWorkingDay = (day: Day): boolean => {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !isDutchHoliday(day);
};

/** The n-th working day after a day. */
export const workingDayAfter = (day: Day, count: number): Day => {
  let found = day;
  for (let left = count; left > 0; ) {
    found += 1;
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
};
