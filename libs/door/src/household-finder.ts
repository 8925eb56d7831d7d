import type { Door } from './door.ts';
import type { Rank } from './effect.ts';
import type { AddressValue } from './publisher.ts';

const leadsNowhere: ReadonlySet<Rank> = new Set(['left', 'former', 'collective']);

/** Finds households by what a caseworker knows of them, over blind tokens. Answers ids; whether the caller may see them is asked elsewhere. */
export class HouseholdFinder {
  constructor(private readonly door: Door) {}

  byBsn(bsn: string): Promise<readonly string[]> {
    return this.#by(`b:${this.door.parts.tokens.bsn(bsn)}`);
  }

  byAddress(address: AddressValue): Promise<readonly string[]> {
    return this.#by(`a:${this.door.parts.tokens.address(address)}`);
  }

  /** `birthDate` as YYYY-MM-DD. */
  byPerson(name: string, birthDate: string): Promise<readonly string[]> {
    return this.#by(`n:${this.door.parts.tokens.person(name, birthDate)}`);
  }

  /** The pseudonyms of the person with this BSN: one, unless it was spoken of under two before that was known. */
  personsOf(bsn: string): Promise<readonly string[]> {
    const token = `b:${this.door.parts.tokens.bsn(bsn)}`;
    return this.door.consult([token], [], ({ rows }) => [...new Set(rows.token(token).flatMap((entry) => entry.person ?? []))]);
  }

  #by(token: string): Promise<readonly string[]> {
    return this.door.consult([token], [], ({ rows }) => {
      const entries = rows.token(token).filter((entry) => !leadsNowhere.has(entry.rank));
      return [...new Set(entries.flatMap((entry) => rows.canonical(entry.householdId)?.householdId ?? []))];
    });
  }
}
