/** The hub counts in local days of Europe/Amsterdam, whatever the reader's device is set to. */
const timeZone = 'Europe/Amsterdam';
const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('nl-NL', { timeZone, ...options });
  return (instant: string): string => formatter.format(new Date(instant));
};

export const dateText = format({ day: 'numeric', month: 'short', year: 'numeric' });
export const longDateText = format({ weekday: 'long', day: 'numeric', month: 'long' });
export const timeText = format({ hour: '2-digit', minute: '2-digit' });
export const momentText = format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone });

/** The local day of an instant as `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => isoDay.format(new Date(instant));

const dayMs = 86_400_000;
/** Whole local days from one instant to another: negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / dayMs);

export const relativeDay = (instant: string, today: string): string => {
  const days = daysBetween(today, instant);
  if (days === 0) return 'vandaag';
  if (days === 1) return 'morgen';
  if (days === -1) return 'gisteren';
  if (days > 1 && days < 7) return longDateText(instant);
  if (days < 0 && days > -14) return `${-days} dagen geleden`;
  return dateText(instant);
};

export const agoText = (instant: string, today: string): string => {
  const minutes = Math.floor((Date.parse(today) - Date.parse(instant)) / 60_000);
  if (minutes < 2) return 'zojuist';
  if (minutes < 60) return `${minutes} minuten geleden`;
  if (minutes < 24 * 60 && daysBetween(instant, today) === 0) return `${Math.floor(minutes / 60)} uur geleden`;
  return relativeDay(instant, today);
};

/** How long something lasts: in days while they are easily counted. */
export const sinceText = (instant: string, today: string): string => {
  const days = daysBetween(instant, today);
  if (days <= 0) return 'sinds vandaag';
  if (days === 1) return 'sinds gisteren';
  return days < 14 ? `al ${days} dagen` : `sinds ${dateText(instant)}`;
};

/** The last millisecond of a local day, so that a day in the past shows all that happened on it. */
export const endOfDay = (day: string): string => {
  const nextMidnightInUtc = Date.parse(`${day}T00:00:00Z`) + dayMs;
  const offset = offsetAt(nextMidnightInUtc - offsetAt(nextMidnightInUtc));
  return new Date(nextMidnightInUtc - offset - 1).toISOString();
};

const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
const offsetAt = (instant: number): number => Date.parse(`${wallClock.format(instant).replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
