/** Days of each month in a year that is no leap year. */
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const datePattern = '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$';

/** RFC 3339 with an offset. Seconds stop at 59: no calendar of ours knows leap seconds, and neither does the one of the reader. */
export const instantPattern =
  '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$';

/** Whether the first ten characters, known to look like a date, name a day that exists. */
export const dayExists = (text: string): boolean => {
  const month = Number(text.slice(5, 7));
  const last = month === 2 && isLeapYear(Number(text.slice(0, 4))) ? 29 : monthLengths[month - 1];
  return last !== undefined && Number(text.slice(8, 10)) <= last;
};

const instantShape = new RegExp(instantPattern, 'u');
const dateShape = new RegExp(datePattern, 'u');

/** Whether the value is an instant: an RFC 3339 date-time with `Z` or an offset, on a day that exists. */
export const isInstant = (value: unknown): value is string => typeof value === 'string' && instantShape.test(value) && dayExists(value);

/** Whether the value is a day of the calendar, `2026-03-31`, without a time or an offset. */
export const isLocalDate = (value: unknown): value is string => typeof value === 'string' && dateShape.test(value) && dayExists(value);
