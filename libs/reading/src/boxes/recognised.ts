import type { Caller } from '@kring/access';
import type { SealedCircle } from '@kring/household';
import type { Regions } from '@kring/regions';

/** Leads from a BSN to the pseudonyms of whose it is; without it, no resident is recognised. */
export type PersonIndex = { personsOf?(bsn: string): Promise<readonly string[]> };

/**
 * A resident is recognised as the member of this household that the account's BSN belongs to; no token carries who that is.
 * Everyone else is who the token says.
 */
export const recognised = async (caller: Caller, { members }: SealedCircle, { regions, index }: { readonly regions: Regions; readonly index: PersonIndex }): Promise<Caller> => {
  if (caller.personId !== undefined || !caller.roles.includes('resident')) return caller;
  const bsn = regions.user(caller.subject)?.bsn;
  const persons = bsn && index.personsOf ? await index.personsOf(bsn) : [];
  const personId = persons.find((person) => members.some((member) => member.personId === person));
  return personId === undefined ? caller : { ...caller, personId };
};
