export type DwellingAddress = { readonly postcode: string; readonly houseNumber: number; readonly addition?: string };

/**
 * Finds households through blind indexes: what is asked is turned into keyed tokens, and nothing of it is kept or logged.
 * The answers are household ids that may have been merged since.
 */
export type HouseholdIndex = {
  byBsn(bsn: string): Promise<readonly string[]>;
  byAddress(address: DwellingAddress): Promise<readonly string[]>;
  byPerson(name: string, birthDate: string): Promise<readonly string[]>;
  /** Ids under which this person is a member of households; without it, no resident is recognised. */
  personsOf?(bsn: string): Promise<readonly string[]>;
};
