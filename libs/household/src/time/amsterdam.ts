/** An instant, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** A local calendar day in Europe/Amsterdam, as the number of days since 1970-01-01. */
export type Day = number;

const dayLength = 86_400_000;
const second = 1_000;

type Stretch = { readonly from: Instant; readonly offset: number };

const zone = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset', year: 'numeric' });

/** What the machine's time zone database says; slow, so it is asked a few dozen times a year of data and remembered. */
const askedOffset = (instant: Instant): number => {
  const found = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(zone.format(instant));
  if (!found) return 0;
  const [, sign, hours, minutes, seconds] = found;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return (sign === '-' ? -size : size) * second;
};

const changeBetween = (before: Instant, after: Instant): Instant => {
  let [low, high] = [before / second, after / second];
  const offsetBefore = askedOffset(before);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (askedOffset(middle * second) === offsetBefore) low = middle;
    else high = middle;
  }
  return high * second;
};

const stretchesOfYear = (year: number): readonly Stretch[] => {
  const stretches: Stretch[] = [{ from: Date.UTC(year, 0, 1), offset: askedOffset(Date.UTC(year, 0, 1)) }];
  for (let month = 0; month < 12; month += 1) {
    const [start, end] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)];
    if (askedOffset(start) === askedOffset(end)) continue;
    const change = changeBetween(start, end);
    stretches.push({ from: change, offset: askedOffset(change) });
  }
  return stretches;
};

/** Bounded by the years that RFC 3339 can write; a hub meets a few dozen. */
const years = new Map<number, Year>();

type Year = { readonly from: Instant; readonly until: Instant; readonly stretches: readonly Stretch[] };

const yearOf = (instant: Instant): Year => {
  const year = new Date(instant).getUTCFullYear();
  let found = years.get(year);
  if (!found) years.set(year, (found = { from: Date.UTC(year, 0, 1), until: Date.UTC(year + 1, 0, 1), stretches: stretchesOfYear(year) }));
  return found;
};

/** What is asked next is most often of the same year. */
let latest: Year = { from: 0, until: 0, stretches: [] };

const stretchesAround = (instant: Instant): readonly Stretch[] => {
  if (instant < latest.from || instant >= latest.until) latest = yearOf(instant);
  return latest.stretches;
};

/** How far Amsterdam's clocks are ahead of UTC at an instant, in milliseconds. */
const offsetAt = (instant: Instant): number => {
  let offset = 0;
  for (const stretch of stretchesAround(instant)) {
    if (stretch.from > instant) break;
    offset = stretch.offset;
  }
  return offset;
};

/** The day of an instant is its local date in Europe/Amsterdam. */
export const dayOf = (instant: Instant): Day => Math.floor((instant + offsetAt(instant)) / dayLength);

/** The instant at which a local day begins. Amsterdam's clocks never change at midnight, so there is exactly one. */
export const startOfDay = (day: Day): Instant => {
  const asIfUtc = day * dayLength;
  const guess = asIfUtc - offsetAt(asIfUtc);
  return asIfUtc - offsetAt(guess);
};

/** 24:00 local time of a day, which is 0:00 of the next. */
export const endOfDay = (day: Day): Instant => startOfDay(day + 1);

/** The day of a date as it is written, `2026-03-29`. */
export const dayOfDate = (date: string): Day => Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayLength);

export const dateOfDay = (day: Day): string => new Date(day * dayLength).toISOString().slice(0, 10);

export const dayOfMonth = (year: number, month: number, day: number): Day => Math.floor(Date.UTC(year, month - 1, day) / dayLength);

/** 0 is Sunday, 6 is Saturday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export const textOf = (instant: Instant): string => new Date(instant).toISOString();

/** An instant as it was written with any offset, as UTC text. */
export const utcText = (text: string): string => (text.endsWith('Z') ? text : textOf(Date.parse(text)));

/** The end of a date as it is written, or the instant itself where a time is given too. */
export const endOfDateOrInstant = (text: string): Instant => (text.length === 10 ? endOfDay(dayOfDate(text)) : Date.parse(text));
