import type { Rank } from './effect.ts';
import type { Evidence } from './evidence.ts';
import type { HouseholdRow } from './household-row.ts';
import type { Rows } from './rows.ts';
import type { TokenEntry } from './token-row.ts';

/** `awaits`: what must become known before the event can be tried again. */
export type Resolution = { readonly householdId: string } | { readonly provisional: true } | { readonly awaits: readonly string[] };

/** Firm words first. Who may live there, or does no more, does not lead to the household. */
const strength: Readonly<Record<Rank, number>> = { registered: 3, reference: 2, also: 1, possible: 0, left: 0, former: 0, collective: 0 };

const distinct = (rows: readonly HouseholdRow[]): HouseholdRow[] => [...new Map(rows.map((row) => [row.householdId, row])).values()];

const householdsAt = (rows: Rows, entries: readonly TokenEntry[], strong: (rank: Rank) => boolean): HouseholdRow[] =>
  distinct(entries.filter((entry) => strong(entry.rank)).flatMap((entry) => rows.canonical(entry.householdId) ?? []));

/** The households that a token leads to by its firmest words. */
const householdsBy = (rows: Rows, entries: readonly TokenEntry[]): HouseholdRow[] => {
  const best = Math.max(0, ...entries.map((entry) => strength[entry.rank]));
  return best === 0 ? [] : householdsAt(rows, entries, (rank) => strength[rank] === best);
};

export const isCollective = (rows: Rows, token: string): boolean => rows.token(token).some((entry) => entry.rank === 'collective');

/**
 * The household that an event is about: by householdId, then BSN, then exact dwelling address (events.md). A BSN or an address
 * that nobody spoke of before makes a provisional household; a collective address never does, and neither does one where
 * several households live.
 */
export const resolve = (rows: Rows, evidence: Evidence): Resolution => {
  const awaits: string[] = [];
  if (evidence.householdId !== undefined) {
    const known = rows.canonical(evidence.householdId);
    if (known) return { householdId: known.householdId };
    awaits.push(`h:${evidence.householdId}`);
  }
  if (evidence.bsnToken !== undefined) {
    const found = householdsBy(rows, rows.token(evidence.bsnToken)).at(-1);
    if (found) return { householdId: found.householdId };
  }
  if (evidence.addressToken !== undefined) {
    const collective = isCollective(rows, evidence.addressToken);
    const found = collective ? [] : householdsBy(rows, rows.token(evidence.addressToken));
    if (found.length === 1 && found[0]) return { householdId: found[0].householdId };
    if (evidence.bsnToken === undefined && (collective || found.length > 1)) return { awaits: [...awaits, evidence.addressToken] };
    return { provisional: true };
  }
  return evidence.bsnToken === undefined ? { awaits } : { provisional: true };
};

/** Said of the household itself, not of someone who may live there. */
const isFirm = (rank: Rank): boolean => strength[rank] >= strength.reference;

const hasPerson = (row: HouseholdRow): boolean => row.tokens.some((token) => token.startsWith('b:'));

/**
 * Households that this event shows to be the same as `householdId`: they share a BSN that was firmly given, or an exact
 * dwelling address while the provisional one of the two was known by nothing else. Two registered households never merge by
 * themselves; that is for the municipality.
 */
export const sameAs = (rows: Rows, householdId: string, evidence: Evidence): string[] => {
  const own = rows.canonical(householdId);
  if (own === undefined) return [];
  const others = (token: string | undefined): HouseholdRow[] =>
    token === undefined ? [] : householdsAt(rows, rows.token(token), isFirm).filter((other) => other.householdId !== own.householdId && !(other.registered && own.registered));
  const firmPersons = evidence.persons.filter((person) => person.rank === 'registered' && person.into === undefined);
  const byPerson = [evidence.bsnToken, ...firmPersons.map((person) => person.bsnToken)].flatMap(others);
  const dwelling = evidence.livesAt?.collective === true ? undefined : (evidence.livesAt?.token ?? evidence.addressToken);
  const byAddress = dwelling === undefined || isCollective(rows, dwelling) ? [] : others(dwelling).filter((other) => knownByAddressOnly(own, other));
  return [...new Set([...byPerson, ...byAddress].map((other) => other.householdId))];
};

const knownByAddressOnly = (one: HouseholdRow, other: HouseholdRow): boolean => (!one.registered && !hasPerson(one)) || (!other.registered && !hasPerson(other));
