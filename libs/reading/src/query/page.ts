import { problem } from '@kring/platform';

export const defaultLimit = 100;
export const maxLimit = 500;
const maxCursor = 512;

export type PageQuery = { readonly after?: unknown; readonly limit?: unknown };
export type Page = { readonly after: string | undefined; readonly limit: number };

const refuse = (name: string, detail: string): never => {
  throw problem.badRequest(`The query parameter ${name} cannot be used.`, [{ pointer: '', rule: `page-${name}`, detail }]);
};

const sizeOf = (limit: unknown): number => {
  const size = limit === undefined ? defaultLimit : Number(limit);
  return Number.isInteger(size) && size >= 1 && size <= maxLimit ? size : refuse('limit', `limit must be a whole number from 1 to ${maxLimit}.`);
};

/** A cursor is opaque to the caller: it is what the former page gave as `next`. */
export const cursorOf = (key: string): string => Buffer.from(key).toString('base64url');

const keyOf = (after: unknown): string | undefined => {
  if (after === undefined) return undefined;
  if (typeof after !== 'string' || after.length > maxCursor || !/^[A-Za-z0-9_-]+$/.test(after)) return refuse('after', 'after must be the next of an earlier page.');
  return Buffer.from(after, 'base64url').toString('utf8');
};

export const pageOf = ({ after, limit }: PageQuery): Page => ({ after: keyOf(after), limit: sizeOf(limit) });
