import type { Effect, Link } from './effect.ts';
import type { HouseholdRow } from './household-row.ts';
import { canonicalOfTwo, newHousehold, withTokens } from './household-row.ts';
import type { TokenRow } from './token-row.ts';
import { withLink } from './token-row.ts';

/**
 * Rows of the door's index at hand, and what an event does to them. The same code serves the door while it decides and the
 * follower that writes the index down, so that the two cannot come apart.
 */
export class Rows {
  readonly tokens = new Map<string, TokenRow>();
  readonly households = new Map<string, HouseholdRow>();
  readonly changedTokens = new Set<string>();
  readonly changedHouseholds = new Set<string>();

  token(token: string): TokenRow {
    return this.tokens.get(token) ?? [];
  }

  household(householdId: string): HouseholdRow | undefined {
    return this.households.get(householdId);
  }

  /** The household that this one is now part of; itself when it was never merged. */
  canonical(householdId: string): HouseholdRow | undefined {
    let row = this.households.get(householdId);
    for (let steps = 0; row?.mergedInto !== undefined && steps < 1_000; steps++) row = this.households.get(row.mergedInto);
    return row;
  }

  apply(householdId: string, effect: Effect): void {
    const before = this.household(householdId) ?? newHousehold(householdId);
    this.put({ ...before, registered: before.registered || effect.registered });
    for (const link of effect.links) this.link(link);
    if (effect.livesAt !== undefined) this.moveTo(householdId, effect.livesAt);
  }

  /** These households are one from now on. */
  merge(householdIds: readonly string[]): void {
    const roots = householdIds.map((id) => this.canonical(id) ?? newHousehold(id));
    const first = roots[0];
    if (first === undefined) return;
    const canonical = roots.reduce(canonicalOfTwo, first);
    const gone = roots.filter((root) => root.householdId !== canonical.householdId);
    for (const root of gone) this.put({ ...root, mergedInto: canonical.householdId });
    const aliases = new Set([...(canonical.aliases ?? []), ...gone.flatMap((root) => [root.householdId, ...(root.aliases ?? [])])]);
    this.put({ ...canonical, aliases: [...aliases] });
  }

  private link(link: Link): void {
    this.putToken(link.token, withLink(this.token(link.token), link));
    this.put(withTokens(this.household(link.householdId) ?? newHousehold(link.householdId), [link.token]));
  }

  private moveTo(householdId: string, token: string): void {
    const before = this.household(householdId) ?? newHousehold(householdId);
    if (before.livesAt !== undefined && before.livesAt !== token) {
      this.putToken(before.livesAt, withLink(this.token(before.livesAt), { token: before.livesAt, householdId, rank: 'former' }));
    }
    this.put({ ...before, livesAt: token });
  }

  private put(row: HouseholdRow): void {
    this.households.set(row.householdId, row);
    this.changedHouseholds.add(row.householdId);
  }

  private putToken(token: string, row: TokenRow): void {
    this.tokens.set(token, row);
    this.changedTokens.add(token);
  }
}
