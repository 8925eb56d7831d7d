import { ConsentGivenData, ConsentWithdrawnData } from '@kring/contracts';
import { dateOf, fact, refuse, unfit } from '@kring/partner-service';
import type { Circumstances, Content, Decider, Fact } from '@kring/partner-service';

type Consent = Content<typeof ConsentGivenData>;
/** The last word per scope; null once it was withdrawn. */
export type Consents = ReadonlyMap<string, Consent | null>;

export const consents: Decider<Consents, typeof ConsentGivenData | typeof ConsentWithdrawnData> = {
  initial: new Map(),
  listensTo: [ConsentGivenData, ConsentWithdrawnData],
  evolve: (known, event) => new Map(known).set(event.data.scope, event.type === ConsentGivenData.type ? event.data : null),
};

/** Consent for the same scope on other terms takes the place of what was consented to before. */
export const recordConsent = (consent: Consent, known: Consents, { occurredAt }: Circumstances): Fact<typeof ConsentGivenData>[] => {
  if (consent.expiresOn !== undefined && consent.expiresOn < dateOf(occurredAt)) unfit('consent-already-expired', '/expiresOn', 'Consent cannot end before it is given.');
  const given = known.get(consent.scope);
  return given && sameTerms(given, consent) ? [] : [fact(ConsentGivenData, consent)];
};

const sameTerms = (one: Consent, other: Consent): boolean => one.expiresOn === other.expiresOn && namesIn(one) === namesIn(other);
const namesIn = ({ withOrganisations }: Consent): string => withOrganisations?.toSorted().join(' ') ?? 'everyone';

/** Withdrawing is as easy as consenting (AVG art. 7.3), but what was never given cannot be taken back. */
export const withdrawConsent = ({ scope }: Content<typeof ConsentWithdrawnData>, known: Consents): Fact<typeof ConsentWithdrawnData>[] => {
  const given = known.get(scope);
  if (given === undefined) return refuse('consent-not-given', 'No consent was recorded for this scope.');
  return given === null ? [] : [fact(ConsentWithdrawnData, { scope })];
};
