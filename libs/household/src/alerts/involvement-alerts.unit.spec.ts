import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.ts';
import { told } from '../testing/events.ts';
import { changed, confirmed, consentGiven, consentWithdrawn, contested, ended, explored, referralOutcome, referralRejected, referred, registered, residentInformed, started } from '../testing/story.ts';

describe('A06, a referral that stalls', () => {
  const request = referred('omring', '2026-10-02', 'r-1', 'mee-drenthe');

  it('is raised when it is not accepted within five working days, or not started within ten of that', () => {
    expect(given(request).at('2026-10-09').alerts('A06')).toEqual([]);
    expect(given(request).at('2026-10-09T22:00:00Z').alerts('A06')).toMatchObject([{ since: '2026-10-09T22:00:00.000Z', actor: 'mee-drenthe', organisations: ['omring', 'mee-drenthe'] }]);
    const accepted = given(request, referralOutcome('mee-drenthe', '2026-10-05', 'r-1', 'accepted'));
    expect(accepted.at('2026-10-19').alerts('A06')).toEqual([]);
    expect(accepted.at('2026-10-20').alerts('A06')).toMatchObject([{ since: '2026-10-19T22:00:00.000Z' }]);
  });

  it('is cleared when it is accepted, started or over', () => {
    expect(given(request, referralOutcome('mee-drenthe', '2026-10-12', 'r-1', 'accepted')).at('2026-10-13').alerts('A06')).toEqual([]);
    expect(given(request, referralOutcome('mee-drenthe', '2026-10-12', 'r-1', 'started')).at('2026-12-13').alerts('A06')).toEqual([]);
    expect(given(request, referralRejected('mee-drenthe', '2026-10-12', 'r-1')).at('2026-12-13').alerts('A06')).toEqual([]);
  });
});

describe('A10, an involvement that went stale', () => {
  const start = started('omring', '2026-01-01', 'i-1');

  it('is raised after 183 days of silence and cleared by a confirmation or the end', () => {
    expect(given(start).at('2026-07-03').alerts('A10')).toEqual([]);
    expect(given(start).at('2026-07-04').alerts('A10')).toMatchObject([{ since: '2026-07-03T22:00:00.000Z', actor: 'omring', because: [start.id] }]);
    expect(given(start, confirmed('omring', '2026-07-10', 'i-1')).at('2026-07-11').alerts('A10')).toEqual([]);
    expect(given(start, ended('omring', '2026-07-10', 'i-1')).at('2026-07-11').alerts('A10')).toEqual([]);
  });

  it('goes with the involvement when that leaves the circle', () => expect(given(start).at('2031-01-02').alerts('A10')).toEqual([]));
});

describe('A11, a resident who was not told', () => {
  const start = started('omring', '2026-10-01', 'i-1');

  it('is raised fourteen days after an involvement started', () => {
    expect(given(start).at('2026-10-15T21:59:59Z').alerts('A11')).toEqual([]);
    expect(given(start).at('2026-10-15T22:00:00Z').alerts('A11')).toMatchObject([{ since: '2026-10-15T22:00:00.000Z', actor: 'omring' }]);
  });

  it('is cleared when that organisation tells the resident, or says why not yet', () => {
    expect(given(start, residentInformed('omring', '2026-10-20')).at('2026-10-21').alerts('A11')).toEqual([]);
    expect(given(start, residentInformed('omring', '2026-10-20', { deferred: true })).at('2026-10-21').alerts('A11')).toEqual([]);
  });

  it('is not cleared by another organisation, about something else, or before the start', () => {
    expect(given(start, residentInformed('noordermaat', '2026-10-10')).at('2026-10-21').alerts('A11')).toHaveLength(1);
    expect(given(start, residentInformed('omring', '2026-10-10', { about: 'signal' })).at('2026-10-21').alerts('A11')).toHaveLength(1);
    expect(given(residentInformed('omring', '2026-09-01'), start).at('2026-10-21').alerts('A11')).toHaveLength(1);
  });

  it('of a hidden involvement is for its organisation alone', () => expect(given(started('politie', '2026-10-01', 'i-1', { sensitivity: 'hidden' })).at('2026-10-21').alerts('A11')).toMatchObject([{ sensitivity: 'hidden', organisations: ['politie'] }]));
});

describe('A12, a consent that ended', () => {
  const start = started('omring', '2026-10-01', 'i-1', { legalBasis: 'consent' });

  it('is raised at once, and urgent, when it is withdrawn', () => {
    const withdrawal = consentWithdrawn('resident', '2026-10-10');
    const consent = consentGiven('omring', '2026-10-01T11:00:00Z');
    expect(given(consent, start, withdrawal).at('2026-10-11').alerts('A12')).toMatchObject([{ severity: 'urgent', since: '2026-10-10T12:00:00.000Z', actor: 'omring', because: [consent.id, start.id, withdrawal.id] }]);
    expect(given(start, withdrawal).at('2026-10-11').alerts('A12')).toHaveLength(1);
  });

  it('is raised the day after it expires', () => {
    const story = given(consentGiven('omring', '2026-10-01', { expiresOn: '2026-12-31' }), start);
    expect(story.at('2026-12-31').alerts('A12')).toEqual([]);
    expect(story.at('2026-12-31').changesAt).toBe('2026-12-31T23:00:00.000Z');
    expect(story.at('2027-01-01').alerts('A12')).toMatchObject([{ since: '2026-12-31T23:00:00.000Z' }]);
  });

  it('is cleared by a new consent, another basis or the end', () => {
    const withdrawn = [consentGiven('omring', '2026-10-01'), start, consentWithdrawn('omring', '2026-10-10')];
    expect(given(...withdrawn, consentGiven('omring', '2026-10-12')).at('2026-10-13').alerts('A12')).toEqual([]);
    expect(given(...withdrawn, changed('omring', '2026-10-12', 'i-1', { legalBasis: 'wmo' })).at('2026-10-13').alerts('A12')).toEqual([]);
    expect(given(...withdrawn, ended('omring', '2026-10-12', 'i-1')).at('2026-10-13').alerts('A12')).toEqual([]);
  });

  it('is none of an involvement with another basis, of another’s consent, or of consent to share visits', () => {
    expect(given(started('omring', '2026-10-01', 'i-1', { legalBasis: 'zvw' }), consentWithdrawn('omring', '2026-10-10')).at('2026-10-11').alerts('A12')).toEqual([]);
    expect(given(start, consentGiven('noordermaat', '2026-10-01'), consentWithdrawn('noordermaat', '2026-10-10')).at('2026-10-11').alerts('A12')).toEqual([]);
    expect(given(start, consentGiven('omring', '2026-10-01', { scope: 'share-visits' }), consentWithdrawn('omring', '2026-10-10', 'share-visits')).at('2026-10-11').alerts('A12')).toEqual([]);
  });
});

describe('A14, own strength that was skipped', () => {
  it('is raised at once by a referral or a specialist', () => {
    expect(given(referred('omring', '2026-10-02', 'r-1', 'mee-drenthe')).at('2026-10-03').alerts('A14')).toMatchObject([{ since: '2026-10-02T12:00:00.000Z', organisations: ['omring'] }]);
    expect(given(started('omring', '2026-10-02', 'i-1', { level: 'specialist' })).at('2026-10-03').alerts('A14')).toHaveLength(1);
    expect(given(started('omring', '2026-10-02', 'i-1', { level: 'district-team' })).at('2026-10-03').alerts('A14')).toEqual([]);
  });

  it('is not raised once own strength was explored, before or after', () => {
    const request = referred('omring', '2026-10-02', 'r-1', 'mee-drenthe');
    expect(given(explored('noordermaat', '2026-09-01'), request).at('2026-10-03').alerts('A14')).toEqual([]);
    expect(given(request, explored('noordermaat', '2026-10-05')).at('2026-10-04').alerts('A14')).toHaveLength(1);
    expect(given(request, explored('noordermaat', '2026-10-05')).at('2026-10-06').alerts('A14')).toEqual([]);
  });

  it('is gone with the referral or the specialist', () => {
    expect(given(referred('omring', '2026-10-02', 'r-1', 'mee-drenthe'), referralOutcome('omring', '2026-10-05', 'r-1', 'cancelled')).at('2026-10-06').alerts('A14')).toEqual([]);
    expect(given(started('omring', '2026-10-02', 'i-1', { level: 'specialist' }), ended('omring', '2026-10-05', 'i-1')).at('2026-10-06').alerts('A14')).toEqual([]);
  });
});

describe('A24, a contest that nobody decided', () => {
  const contest = [started('omring', '2026-01-05', 'i-1'), contested('resident', '2026-01-31', 'i-1')];
  const objection = told('resident', '2026-01-31', 'nl.kring.objections.raised.v1', { objectionId: 'o-1', scope: 'share-visits' });

  it('is raised one calendar month after an involvement was contested', () => {
    expect(given(...contest).at('2026-02-28').alerts('A24')).toEqual([]);
    expect(given(...contest).at('2026-03-01').alerts('A24')).toMatchObject([{ since: '2026-02-28T23:00:00.000Z', actor: 'omring' }]);
  });

  it('is cleared when it is confirmed, changed or ended', () => {
    for (const decision of [confirmed('omring', '2026-03-05', 'i-1'), changed('omring', '2026-03-05', 'i-1', { domain: 'health' }), ended('omring', '2026-03-05', 'i-1')]) {
      expect(given(...contest, decision).at('2026-03-06').alerts('A24')).toEqual([]);
    }
  });

  it('is raised for the municipality by an objection without a decision', () => {
    expect(given(registered('2026-01-01'), objection).at('2026-03-01').alerts('A24')).toMatchObject([{ since: '2026-02-28T23:00:00.000Z', actor: 'gemeente-assen', because: [objection.id] }]);
    const decided = told('gemeente-assen', '2026-03-02', 'nl.kring.objections.decided.v1', { objectionId: 'o-1', upheld: true });
    expect(given(registered('2026-01-01'), objection, decided).at('2026-03-03').alerts('A24')).toEqual([]);
  });
});
