import { isInstant } from '@kring/contracts';
import { problem } from '@kring/platform';
import { instantIn, pageOf, type PageQuery } from '@kring/reading';
import type { Order, ReplayAsked } from '@kring/replay';

/** The query of a replay as it comes: nothing of it is trusted yet. */
export type ReplayQuery = PageQuery & { readonly from?: unknown; readonly until?: unknown; readonly order?: unknown };

const orders: readonly Order[] = ['forwards', 'backwards'];
const position = /^[A-Za-z0-9._:-]{1,64}$/;

const orderIn = (order: unknown): Order => {
  const found = order === undefined ? 'forwards' : orders.find((one) => one === order);
  if (found) return found;
  throw problem.badRequest('The query parameter order cannot be used.', [{ pointer: '', rule: 'order', detail: `order must be one of ${orders.join(', ')}.` }]);
};

/** A position that an earlier answer gave. */
export const positionIn = (name: string, value: unknown): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && position.test(value)) return value;
  throw problem.badRequest(`The query parameter ${name} is not a position.`, [{ pointer: '', rule: 'position', detail: `${name} must be a position that an earlier answer gave.` }]);
};

/** A cursor carries where the replay ends, so that it stays the same replay while the household goes on. */
type Cursor = { readonly after: string; readonly until: string };

export const cursorText = ({ after, until }: Cursor): string => `${until} ${after}`;

const cursorIn = (text: string | undefined): Cursor | undefined => {
  if (text === undefined) return undefined;
  const [until = '', ...after] = text.split(' ');
  if (isInstant(until) && after.length >= 1 && after.every((word) => position.test(word))) return { until, after: after.join(' ') };
  throw problem.badRequest('The query parameter after cannot be used.', [{ pointer: '', rule: 'page-after', detail: 'after must be the next of an earlier page.' }]);
};

export const replayAskedIn = (query: ReplayQuery, now: Date): ReplayAsked => {
  const { after, limit } = pageOf(query);
  const cursor = cursorIn(after);
  return { order: orderIn(query.order), from: positionIn('from', query.from), until: cursor?.until ?? instantIn('until', query.until, now), after: cursor?.after, limit };
};
