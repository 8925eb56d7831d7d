import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serviceUnderTest } from '@kring/partner-service/testing';
import type { ServiceUnderTest } from '@kring/partner-service/testing';
import { WoningcorporatieModule } from './woningcorporatie.module.ts';

const household = { address: { postcode: '1611AB', houseNumber: 12 } };
const consultant = { id: 'els', name: 'Els Visser', role: 'housing-consultant' };
const signal = { signalId: 's-1', kind: 'rent-arrears', domain: 'debt', urgency: 'normal', addressedTo: 'ons-stede-broec' };

describe('the service of the housing corporation, over HTTP', () => {
  let corporation: ServiceUnderTest;
  const post = (collection: string, body: object, sender = {}) => corporation.post(`/partners/de-woonschakel/v1/${collection}`, { household, ...body }, sender);
  const types = async (answer: ReturnType<typeof post>) => ((await answer).body['events'] as { type: string }[]).map(({ type }) => type.replace(/^nl\.kring\.|\.v1$/g, ''));

  beforeEach(async () => {
    corporation = await serviceUnderTest(WoningcorporatieModule);
  });
  afterEach(() => corporation.close());

  it('tells of a tenancy and of guidance, under tenancy law', async () => {
    expect(await types(post('tenancies', { involvementId: 't-1', professional: consultant }))).toEqual(['involvements.started']);
    expect(await types(post('housing-guidances', { involvementId: 'g-1', professional: consultant }))).toEqual(['involvements.started']);
    expect(await types(post('housing-guidance-endings', { involvementId: 'g-1', reason: 'completed' }))).toEqual(['involvements.ended']);
    expect(await types(post('tenancy-endings', { involvementId: 't-1', reason: 'moved' }))).toEqual(['involvements.ended']);
    expect((await corporation.ledger.read('de-woonschakel', household)).events[0]?.data).toMatchObject({ level: 'neighbourhood', domain: 'housing', legalBasis: 'huurrecht' });
  });

  it('raises the three kinds of signal of a landlord, and no other', async () => {
    expect(await types(post('signals', signal))).toEqual(['signals.raised']);
    expect((await post('signals', { ...signal, signalId: 's-2', kind: 'loneliness' })).body).toMatchObject({ status: 409, errors: [{ rule: 'signal-kind-not-for-housing' }] });
  });

  it('lets a neighbourhood connector look in, who may signal and no more', async () => {
    const connector = { supporterId: 'henk', label: 'Henk of the garden', agreed: true };
    expect(await types(post('connector-appointments', connector))).toEqual(['supporters.added']);
    expect((await corporation.ledger.read('de-woonschakel', household)).events[0]?.data).toMatchObject({ kind: 'connector' });
    const henk = { as: 'user henk@de-woonschakel neighbourhood-connector' };
    expect((await post('signals', { ...signal, kind: 'neglect' }, henk)).status).toBe(200);
    expect((await post('connector-departures', { supporterId: 'henk' }, henk)).status).toBe(403);
    expect(await types(post('connector-departures', { supporterId: 'henk' }))).toEqual(['supporters.removed']);
  });

  it('does not answer signals or decide who is the contact person', async () => {
    expect((await post('signal-answers', { signalId: 's-1', outcome: 'taken-up' })).status).toBe(404);
    expect((await post('contact-persons', { professional: consultant, residentPreferred: true })).status).toBe(404);
  });
});
