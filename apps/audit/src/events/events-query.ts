import { isInstant } from '@kring/contracts';
import { beforeTheFirst, type Position } from '@kring/event-store';
import { problem } from '@kring/platform';
import { cursorOf, pageOf, type PageQuery } from '@kring/reading';

/** The query as it comes: nothing of it is trusted yet. */
export type EventsQuery = PageQuery & { readonly stream?: unknown; readonly household?: unknown; readonly until?: unknown };

/** Which events: of one stream, of one household, or of all; from behind a position, up to a position and an instant. */
export type EventsAsked = {
  readonly stream: string | null;
  readonly household: string | null;
  readonly after: Position;
  readonly upTo: Position;
  readonly until: string | null;
  readonly limit: number;
};

const name = /^[A-Za-z0-9._:-]{1,160}$/;
const position = /^[A-Za-z0-9._:-]{1,64}$/;

const refuse = (parameter: string, rule: string, detail: string): never => {
  throw problem.badRequest(`The query parameter ${parameter} cannot be used.`, [{ pointer: '', rule, detail }]);
};

const nameIn = (parameter: string, value: unknown): string | null => {
  if (value === undefined) return null;
  return typeof value === 'string' && name.test(value) ? value : refuse(parameter, parameter, `${parameter} must be a name of 1 to 160 letters, digits, dots, underscores, colons and hyphens.`);
};

/** What a cursor begins with, and a position never does. */
const mark = '~';

/** A cursor holds where to go on and where the reading ends, which the pages of one reading have in common. */
export const cursorText = (after: Position, { upTo, until }: Pick<EventsAsked, 'upTo' | 'until'>): string => `${mark}${cursorOf([after, upTo, until ?? ''].join(' '))}`;

const cursorIn = (text: string): Pick<EventsAsked, 'after' | 'upTo' | 'until'> => {
  const [after = '', upTo = '', until = ''] = text.split(' ');
  if (![after, upTo].every((one) => position.test(one)) || (until !== '' && !isInstant(until))) return refuse('after', 'page-after', 'after must be the next of an earlier page.');
  return { after, upTo, until: until === '' ? null : until };
};

/** Behind which position the reading begins. */
const afterIn = (after: unknown): Position => {
  if (after === undefined) return beforeTheFirst;
  return typeof after === 'string' && position.test(after) ? after : refuse('after', 'page-after', 'after must be a position, or the next of an earlier page.');
};

/** `until` is an instant, or the last position that is wanted. */
const endIn = (until: unknown, head: Position): Pick<EventsAsked, 'upTo' | 'until'> => {
  if (until === undefined) return { upTo: head, until: null };
  if (typeof until === 'string' && isInstant(until)) return { upTo: head, until: new Date(until).toISOString() };
  if (typeof until === 'string' && position.test(until)) return { upTo: until < head ? until : head, until: null };
  return refuse('until', 'until', 'until must be an RFC 3339 date-time or a position.');
};

/** `head` is how far the view is that says what is hidden. */
export const eventsAskedIn = (query: EventsQuery, head: Position): EventsAsked => {
  const [stream, household] = [nameIn('stream', query.stream), nameIn('household', query.household)];
  if (stream !== null && household !== null) return refuse('household', 'one-of', 'Ask for a stream or for a household, not for both.');
  const isCursor = typeof query.after === 'string' && query.after.startsWith(mark);
  const { after: cursor, limit } = pageOf({ limit: query.limit, ...(isCursor ? { after: String(query.after).slice(mark.length) } : {}) });
  if (cursor !== undefined) return { stream, household, limit, ...cursorIn(cursor) };
  return { stream, household, limit, after: afterIn(query.after), ...endIn(query.until, head) };
};
