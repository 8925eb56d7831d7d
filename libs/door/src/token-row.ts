import type { Link, Rank } from './effect.ts';

/** Where a token leads: one entry per household, the latest word on each, oldest first. */
export type TokenEntry = { readonly householdId: string; readonly rank: Rank; readonly person?: string };
export type TokenRow = readonly TokenEntry[];

/** A person or dwelling has had so many households at most; what is older leads nowhere any more. */
const maxEntries = 64;
/** Weak words never overrule what is known already of that household. */
const weak: ReadonlySet<Rank> = new Set(['reference', 'possible']);

export const withLink = (row: TokenRow, link: Link): TokenRow => {
  const known = row.find((entry) => entry.householdId === link.householdId);
  const person = link.person ?? known?.person;
  const rank = known && weak.has(link.rank) ? known.rank : link.rank;
  const entry: TokenEntry = { householdId: link.householdId, rank, ...(person === undefined ? {} : { person }) };
  if (known && known.rank === rank && known.person === person) return row;
  return [...row.filter((one) => one !== known), entry].slice(-maxEntries);
};

/** The person behind a token: in this household if known there, else in any when the token is of a BSN. */
export const personOf = (row: TokenRow, householdId: string, anywhere: boolean): string | undefined =>
  row.find((entry) => entry.householdId === householdId && entry.person !== undefined)?.person ??
  (anywhere ? row.findLast((entry) => entry.person !== undefined)?.person : undefined);

export const encodeRow = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
export const decodeRow = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;
