import { describe, it } from '@jest/globals';
import { InvolvementEndedData, InvolvementStartedData } from '@kring/contracts';
import { fact } from '@kring/partner-service';
import { given } from '@kring/partner-service/testing';
import { endGuidance, endTenancy, startGuidance, startTenancy, tenancies } from './tenancies.ts';

const consultant = { id: 'els', name: 'Els Visser', role: 'housing-consultant' };
const tenancy = { involvementId: 't-1', professional: consultant };
const rented = fact(InvolvementStartedData, { ...tenancy, level: 'neighbourhood', domain: 'housing' });
const guidance = { involvementId: 'g-1', professional: consultant };
const guided = fact(InvolvementStartedData, { ...guidance, level: 'basic-team', domain: 'housing' });
const ended = (involvementId: string, reason: 'moved' | 'completed' = 'moved') => fact(InvolvementEndedData, { involvementId, reason });
const tenancyGiven = given(tenancies);

describe('a tenancy', () => {
  it('is an involvement in housing at the level of the neighbourhood', () => tenancyGiven().when((known, at) => startTenancy(tenancy, known, at)).then([rented]));
  it('says nothing new when it is sent twice', () => tenancyGiven(rented).when((known, at) => startTenancy(tenancy, known, at)).thenNothing());
  it('is one at a time', () => tenancyGiven(rented).when((known, at) => startTenancy({ ...tenancy, involvementId: 't-2' }, known, at)).thenRefused('tenancy-already-running'));
  it('may follow one that ended', () => {
    const next = { ...tenancy, involvementId: 't-2' };
    tenancyGiven(rented, ended('t-1')).when((known, at) => startTenancy(next, known, at)).then([fact(InvolvementStartedData, { ...next, level: 'neighbourhood', domain: 'housing' })]);
  });
  it('ends, once', () => {
    tenancyGiven(rented).when((known, at) => endTenancy({ involvementId: 't-1', reason: 'moved' }, known, at)).then([ended('t-1')]);
    tenancyGiven(rented, ended('t-1')).when((known, at) => endTenancy({ involvementId: 't-1', reason: 'moved' }, known, at)).thenNothing();
  });
  it('ends the guidance of the tenant with it', () =>
    tenancyGiven(rented, guided).when((known, at) => endTenancy({ involvementId: 't-1', reason: 'moved' }, known, at)).then([ended('t-1'), ended('g-1')]));
  it('does not end as if it were guidance', () =>
    tenancyGiven(rented).when((known, at) => endGuidance({ involvementId: 't-1', reason: 'moved' }, known, at)).thenRefused('another-kind-of-involvement'));
  it('does not end when it never started', () => tenancyGiven().when((known, at) => endTenancy({ involvementId: 't-1', reason: 'moved' }, known, at)).thenRefused('involvement-not-started'));
});

describe('guidance by a housing consultant', () => {
  it('is for tenants', () => {
    tenancyGiven(rented).when((known, at) => startGuidance(guidance, known, at)).then([guided]);
    tenancyGiven().when((known, at) => startGuidance(guidance, known, at)).thenRefused('no-tenancy');
    tenancyGiven(rented, ended('t-1')).when((known, at) => startGuidance(guidance, known, at)).thenRefused('no-tenancy');
  });
  it('ends while the tenancy goes on', () =>
    tenancyGiven(rented, guided).when((known, at) => endGuidance({ involvementId: 'g-1', reason: 'completed' }, known, at)).then([ended('g-1', 'completed')]));
});
