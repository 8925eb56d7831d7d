import type { ViewReader } from '@kring/projection-runtime';
import type { HouseholdRow } from './household-row.ts';
import type { Rows } from './rows.ts';
import type { TokenRow } from './token-row.ts';
import { decodeRow } from './token-row.ts';

export const collections = { token: 'token', household: 'household', seen: 'seen', unresolved: 'unresolved', rejected: 'rejected' } as const;

const missing = (keys: Iterable<string>, known: ReadonlyMap<string, unknown>): string[] => [...new Set(keys)].filter((key) => !known.has(key));

/** Brings the rows of these tokens and households to hand, with the households they lead to and what those were merged into. */
export const loadRows = async (rows: Rows, view: ViewReader, tokens: Iterable<string>, householdIds: Iterable<string>): Promise<void> => {
  const wantedTokens = missing(tokens, rows.tokens);
  const found = wantedTokens.length === 0 ? [] : await view.get(collections.token, wantedTokens);
  wantedTokens.forEach((token, at) => {
    const bytes = found[at];
    rows.tokens.set(token, bytes ? decodeRow<TokenRow>(bytes) : []);
  });
  const led = [...tokens].flatMap((token) => rows.token(token).map((entry) => entry.householdId));
  let wanted = missing([...householdIds, ...led], rows.households);
  while (wanted.length > 0) {
    const loaded = (await view.get(collections.household, wanted)).flatMap((bytes) => (bytes ? [decodeRow<HouseholdRow>(bytes)] : []));
    for (const row of loaded) rows.households.set(row.householdId, row);
    wanted = missing(loaded.flatMap((row) => row.mergedInto ?? []), rows.households);
  }
};
