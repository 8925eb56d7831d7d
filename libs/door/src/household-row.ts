/** What the door knows of a household: whether it is registered, what it is now called, and the tokens that lead to it. */
export type HouseholdRow = {
  readonly householdId: string;
  readonly registered: boolean;
  /** Set when it was merged into another. */
  readonly mergedInto?: string;
  /** Those that were merged into this one. */
  readonly aliases?: readonly string[];
  readonly livesAt?: string;
  readonly tokens: readonly string[];
};

const maxTokens = 256;

export const newHousehold = (householdId: string): HouseholdRow => ({ householdId, registered: false, tokens: [] });

export const withTokens = (row: HouseholdRow, tokens: readonly string[]): HouseholdRow => {
  const fresh = tokens.filter((token) => !row.tokens.includes(token));
  return fresh.length === 0 ? row : { ...row, tokens: [...row.tokens, ...fresh].slice(-maxTokens) };
};

/** Of two households that turn out to be one, the name that stays: a registered one, else the lowest id. */
export const canonicalOfTwo = (one: HouseholdRow, other: HouseholdRow): HouseholdRow => {
  if (one.registered !== other.registered) return one.registered ? one : other;
  return one.householdId <= other.householdId ? one : other;
};
