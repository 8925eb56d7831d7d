import type { Json, JsonObject } from '@kring/event-store';

/**
 * How firmly a token belongs to a household. `registered`: the municipality says so. `reference`: a publisher named the
 * household by it. `also`, `possible`: lives there as well, or perhaps. `left`, `former`: did, and does no more.
 * `collective`: the address is of an institution, and names no household.
 */
export type Rank = 'registered' | 'reference' | 'also' | 'possible' | 'left' | 'former' | 'collective';

/** A blind token of a BSN, address or person, and the household it leads to. */
export type Link = { readonly token: string; readonly householdId: string; readonly rank: Rank; readonly person?: string };

/**
 * What an event adds to the door's own index, beside its content: kept in a box of its own under the household's key, so that
 * the index can be made again from the log, and so that it goes when the key goes.
 */
export type Effect = {
  /** Keyed digest of the content as published, to tell a repeated event from a reused id. */
  readonly digest: string;
  readonly links: readonly Link[];
  readonly registered: boolean;
  /** Token of the address where the household lives from now on. */
  readonly livesAt?: string;
};

export const effectToJson = (effect: Effect): JsonObject => ({
  d: effect.digest,
  l: effect.links.map((link) => [link.token, link.householdId, link.rank, link.person ?? null]),
  r: effect.registered,
  a: effect.livesAt ?? null,
});

const linkFrom = (value: Json): Link[] => {
  if (!Array.isArray(value)) return [];
  const [token, householdId, rank, person] = value as readonly Json[];
  if (typeof token !== 'string' || typeof householdId !== 'string' || typeof rank !== 'string') return [];
  return [{ token, householdId, rank: rank as Rank, ...(typeof person === 'string' ? { person } : {}) }];
};

export const effectFromJson = (json: JsonObject): Effect => ({
  digest: typeof json['d'] === 'string' ? json['d'] : '',
  links: Array.isArray(json['l']) ? (json['l'] as readonly Json[]).flatMap(linkFrom) : [],
  registered: json['r'] === true,
  ...(typeof json['a'] === 'string' ? { livesAt: json['a'] } : {}),
});
