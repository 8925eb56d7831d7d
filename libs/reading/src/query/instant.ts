import { isInstant } from '@kring/contracts';
import { problem } from '@kring/platform';

/** A date-time of the query (RFC 3339), in UTC with milliseconds; `now` where none is given. */
export const instantIn = (name: string, value: unknown, now: Date): string => {
  if (value === undefined) return now.toISOString();
  if (typeof value === 'string' && isInstant(value)) return new Date(value).toISOString();
  throw problem.badRequest(`The query parameter ${name} is not a date-time.`, [
    { pointer: '', rule: 'date-time', detail: `${name} must be an RFC 3339 date-time, such as 2026-03-02T09:00:00Z.` },
  ]);
};
