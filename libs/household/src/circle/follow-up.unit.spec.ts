import { describe, it } from '@jest/globals';
import { told } from '../testing/events.ts';
import { given } from '../testing/given.ts';
import { aftercareClosed, aftercareContacted, aftercareStarted, consentGiven, consentWithdrawn, explored, residentInformed, started, supporterAdded, supporterRemoved } from '../testing/story.ts';

describe('the supporters of a household', () => {
  it('keep the label in which they were told', () => {
    const added = supporterAdded('noordermaat', '2026-01-01', 's-1');
    given(added).at('2026-01-02').then({ supporters: [{ kind: 'neighbour', label: { box: added.uuid, pointer: '/label' }, agreed: true, because: [added.id] }] });
  });

  it('are there again when they are added again', () =>
    given(supporterAdded('noordermaat', '2026-01-01', 's-1'), supporterRemoved('noordermaat', '2026-02-01', 's-1'), supporterAdded('noordermaat', '2026-03-01', 's-1', 'friend'))
      .at('2026-03-02')
      .then({ supporters: [{ kind: 'friend', since: '2026-03-01T12:00:00.000Z', until: null }] }));

  it('cannot go before they came', () => given(supporterRemoved('noordermaat', '2026-02-01', 's-1')).at('2026-03-02').then({ supporters: [] }));
});

describe('what a household came with and can do itself', () => {
  it('is its questions, each when it came', () => {
    const asked = (at: string, kind: string) => told('noordermaat', at, 'nl.kring.questions.received.v1', { questionId: 'q-1', kind, about: 'self', initiatedBy: 'resident' });
    given(asked('2026-01-01', 'question'), asked('2026-01-03', 'problem')).at('2026-01-04').then({ questions: [{ kind: 'problem', at: '2026-01-01T12:00:00.000Z', initiatedBy: 'resident' }] });
  });

  it('is its own strength as it was last explored', () => {
    given().at('2026-01-04').then({ ownStrength: null });
    const last = explored('mee-drenthe', '2026-02-01');
    given(explored('noordermaat', '2026-01-01'), last).at('2026-02-02').then({ ownStrength: { explored: true, result: 'network', at: '2026-02-01T12:00:00.000Z', because: [last.id] } });
  });

  it('is its one plan, in the version that was agreed last', () => {
    const plan = (at: string, version: number) => told('noordermaat', at, 'nl.kring.plans.agreed.v1', { planId: 'plan', version, goals: [{ domain: 'income', aim: 'improve' }] });
    given(plan('2026-01-01', 1), plan('2026-02-01', 2)).at('2026-02-02').then({ plan: { version: 2, goals: [{ domain: 'income', aim: 'improve' }] } });
  });

  it('is every step, and the rung it stands on', () => {
    const step = told('resident', '2026-01-01', 'nl.kring.participation.step-taken.v1', { area: 'learn' }, { personal: ['/label'] });
    given(step, told('noordermaat', '2026-01-02', 'nl.kring.participation.assessed.v1', { level: 3 })).at('2026-01-03').then({ participation: { level: 3, steps: [{ area: 'learn', label: { box: step.uuid } }] } });
  });
});

describe('aftercare', () => {
  it('runs from its start over its contacts until it is closed', () => {
    const story = given(aftercareStarted('omring', '2026-01-01', '2026-12-31'), aftercareContacted('omring', '2026-02-01'), aftercareClosed('omring', '2026-03-01'), aftercareContacted('omring', '2026-04-01'));
    story.at('2026-01-02').then({ aftercare: { organisation: 'omring', until: '2026-12-31', lastContactAt: null, closedAt: null } });
    story.at('2026-04-02').then({ aftercare: { lastContactAt: '2026-02-01T12:00:00.000Z', trend: 'improving', closedAt: '2026-03-01T12:00:00.000Z' } });
  });

  it('that never started has no contacts and no end', () => given(aftercareContacted('omring', '2026-02-01'), aftercareClosed('omring', '2026-03-01')).at('2026-04-02').then({ aftercare: null }));
});

describe('what the resident knows and allows', () => {
  it('is who told what, or put it off', () =>
    given(residentInformed('omring', '2026-01-01'), residentInformed('politie', '2026-01-02', { deferred: true }))
      .at('2026-01-03')
      .then({ residentInformed: [{ organisation: 'omring', about: 'involvement', deferred: false }, { organisation: 'politie', deferred: true }] }));

  it('is a consent until it is withdrawn, given anew after', () => {
    const story = given(consentGiven('omring', '2026-01-01', { expiresOn: '2027-01-01' }), consentWithdrawn('resident', '2026-02-01'), consentGiven('omring', '2026-03-01'));
    story.at('2026-01-02').then({ consents: [{ scope: 'share-involvement', organisation: 'omring', withOrganisations: null, expiresOn: '2027-01-01', withdrawnAt: null }] });
    story.at('2026-02-02').then({ consents: [{ withdrawnAt: '2026-02-01T12:00:00.000Z' }] });
    story.at('2026-03-02').then({ consents: [{ givenAt: '2026-03-01T12:00:00.000Z', withdrawnAt: null, expiresOn: null }] });
  });

  it('is not a consent that was only ever withdrawn', () => given(consentWithdrawn('omring', '2026-02-01')).at('2026-02-02').then({ consents: [] }));
});

describe('freshness', () => {
  it('is the last fact of each partner, whoever published it for them, and the gaps that the feed saw', () =>
    given(started('omring', '2026-01-01', 'i-1'), started('ons-stede-broec', '2026-02-01', 'i-2', { organisation: 'gemeente-stede-broec' }), told('hub', '2026-03-01', 'nl.kring.matches.acknowledged.v1', { matchId: 'm-1' }))
      .at('2026-03-02', { gaps: { omring: 2 } })
      .then({ freshness: [{ organisation: 'omring', lastEventAt: '2026-01-01T12:00:00.000Z', gaps: 2 }, { organisation: 'ons-stede-broec', gaps: 0 }, { organisation: 'gemeente-stede-broec', gaps: 0 }] }));
});
