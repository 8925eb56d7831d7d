import type { ViewQuery } from '@kring/view-store';
import type { SQLInputValue } from 'node:sqlite';
import { behind } from './key-range.ts';

export type Search = { readonly sql: string; readonly values: readonly SQLInputValue[] };

/** By terms, the first term's entries are walked in the order of their keys; without, the view's own index is. */
export const searchFor = (collection: string, { prefix, terms = [], after, upTo }: ViewQuery, limit: number): Search => {
  const [first, ...others] = new Set(terms);
  const from = first === undefined ? 'view AS walked' : 'term AS walked CROSS JOIN view ON view.collection = walked.collection AND view.key = walked.key';
  const conditions = ['walked.collection = ?'];
  const values: SQLInputValue[] = [collection];
  const where = (condition: string, value: SQLInputValue): void => {
    conditions.push(condition);
    values.push(value);
  };
  if (first !== undefined) where('walked.term = ?', first);
  for (const other of others) where('EXISTS (SELECT 1 FROM term WHERE term.collection = walked.collection AND term.key = walked.key AND term.term = ?)', other);
  if (after !== undefined) where('walked.key > ?', after);
  if (upTo !== undefined) where('walked.key <= ?', upTo);
  if (prefix) where('walked.key >= ?', prefix);
  const end = prefix ? behind(prefix) : undefined;
  if (end !== undefined) where('walked.key < ?', end);
  const row = first === undefined ? 'walked' : 'view';
  return { sql: `SELECT walked.key AS key, ${row}.value AS value, ${row}.sum AS sum FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY walked.key LIMIT ?`, values: [...values, limit] };
};
