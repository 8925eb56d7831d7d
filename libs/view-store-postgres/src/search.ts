import type { ViewQuery } from '@kring/view-store';

export type Search = { readonly text: string; readonly values: readonly unknown[] };

/** PostgreSQL keeps no U+0000, so nothing lies between a text and the same text with more behind such a character. */
const upToZero = (text: string): string => text.split('\0', 1)[0]!;

/**
 * By terms, the first term's entries are walked in the order of their keys and each row is looked up, which the limit in its
 * lookup makes sure of; without, the view's own index is walked. Null when nothing can be found.
 */
export const searchFor = (schema: string, collection: string, { prefix = '', terms = [], after, upTo }: ViewQuery, limit: number): Search | null => {
  if ([collection, prefix, ...terms].some((text) => text.includes('\0'))) return null;
  const values: unknown[] = [];
  const bound = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [`walked.collection = ${bound(collection)}`];
  const [first, ...others] = new Set(terms);
  let from = `${schema}.view AS walked`;
  if (first !== undefined) {
    const also = others.length > 0 ? ` AND terms @> ${bound(others)}` : '';
    from = `${schema}.term AS walked, LATERAL (SELECT value FROM ${schema}.view WHERE collection = $1 AND key = walked.key${also} LIMIT 1) AS row`;
    conditions.push(`walked.term = ${bound(first)}`);
  }
  if (after !== undefined) conditions.push(`walked.key > ${bound(upToZero(after))}`);
  if (upTo !== undefined) conditions.push(`walked.key <= ${bound(upToZero(upTo))}`);
  if (prefix !== '') conditions.push(`walked.key ^@ ${bound(prefix)}`);
  return { text: `SELECT walked.key, value FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY walked.key LIMIT ${bound(limit)}`, values };
};
