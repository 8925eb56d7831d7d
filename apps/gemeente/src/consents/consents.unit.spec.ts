import { describe, it } from '@jest/globals';
import { ConsentGivenData, ConsentWithdrawnData } from '@kring/contracts';
import { fact } from '@kring/partner-service';
import { given } from '@kring/partner-service/testing';
import { consents, recordConsent, withdrawConsent } from './consents.ts';

const consent = { scope: 'share-visits', withOrganisations: ['omring', 'de-woonschakel'], expiresOn: '2026-12-31' } as const;
const toShareVisits = { ...consent, withOrganisations: [...consent.withOrganisations] };
const consented = fact(ConsentGivenData, toShareVisits);
const withdrawal = { scope: 'share-visits' } as const;
const withdrawn = fact(ConsentWithdrawnData, withdrawal);

describe('consent', () => {
  const consentGiven = given(consents);

  it('is recorded', () => consentGiven().when((known, at) => recordConsent(toShareVisits, known, at)).then([consented]));
  it('says nothing new when it is sent twice, in whatever order the organisations are named', () =>
    consentGiven(consented).when((known, at) => recordConsent({ ...toShareVisits, withOrganisations: ['de-woonschakel', 'omring'] }, known, at)).thenNothing());
  it('is recorded anew on other terms', () => {
    const withEveryone = { scope: 'share-visits' } as const;
    consentGiven(consented).when((known, at) => recordConsent(withEveryone, known, at)).then([fact(ConsentGivenData, withEveryone)]);
  });
  it('does not expire before it is given', () => consentGiven().when((known, at) => recordConsent({ ...toShareVisits, expiresOn: '2026-03-02' }, known, at)).thenRefused('consent-already-expired'));
  it('is withdrawn, once', () => {
    consentGiven(consented).when((known) => withdrawConsent(withdrawal, known)).then([withdrawn]);
    consentGiven(consented, withdrawn).when((known) => withdrawConsent(withdrawal, known)).thenNothing();
  });
  it('may be given again after it was withdrawn', () => consentGiven(consented, withdrawn).when((known, at) => recordConsent(toShareVisits, known, at)).then([consented]));
  it('is not withdrawn where it was never given', () => consentGiven().when((known) => withdrawConsent(withdrawal, known)).thenRefused('consent-not-given'));
});
