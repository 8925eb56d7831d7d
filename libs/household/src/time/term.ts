import { dayOf, dayOfMonth, endOfDay, type Day, type Instant } from './amsterdam.ts';
import { workingDayAfter } from './working-days.ts';

/** How long something may take, as a region file writes it. */
export type Term = { readonly days: number } | { readonly workingDays: number } | { readonly months: number };

/** The same day of a later month, or that month's last day where it is shorter. */
const monthsAfter = (day: Day, months: number): Day => {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1 + months];
  const lastOfMonth = dayOfMonth(year, month + 1, 0);
  return Math.min(dayOfMonth(year, month, date.getUTCDate()), lastOfMonth);
};

const lastDayOfTerm = (start: Day, term: Term): Day => {
  if ('workingDays' in term) return workingDayAfter(start, term.workingDays);
  return 'months' in term ? monthsAfter(start, term.months) : start + term.days;
};

/** Days for which the end of one term is remembered: some thirty years of them. */
const rememberedDays = 10_000;

/** A circle asks for the same few terms from the same few days again and again. */
const endsByTerm = new WeakMap<Term, Map<Day, Instant>>();

const endsOf = (term: Term): Map<Day, Instant> => {
  const known = endsByTerm.get(term);
  if (known && known.size < rememberedDays) return known;
  const ends = new Map<Day, Instant>();
  endsByTerm.set(term, ends);
  return ends;
};

/** A term that starts on day D ends at 24:00 local time of the n-th (working) day after D. */
export const endOfTerm = (start: Instant, term: Term): Instant => {
  const [day, ends] = [dayOf(start), endsOf(term)];
  let end = ends.get(day);
  if (end === undefined) ends.set(day, (end = endOfDay(lastDayOfTerm(day, term))));
  return end;
};

/** A term in words. */
export const termInWords = (term: Term): { nl: string; en: string } => {
  if ('workingDays' in term) return counted(term.workingDays, ['werkdag', 'werkdagen'], ['working day', 'working days']);
  if ('months' in term) return counted(term.months, ['maand', 'maanden'], ['month', 'months']);
  return counted(term.days, ['dag', 'dagen'], ['day', 'days']);
};

const counted = (count: number, dutch: readonly [string, string], english: readonly [string, string]): { nl: string; en: string } => {
  const form = count === 1 ? 0 : 1;
  return { nl: `${count} ${dutch[form]}`, en: `${count} ${english[form]}` };
};
