import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serviceUnderTest } from '@kring/partner-service/testing';
import type { ServiceUnderTest } from '@kring/partner-service/testing';
import { GemeenteModule } from './gemeente.module.ts';

const household = { bsn: '999900018' };
const address = { postcode: '9401AB', houseNumber: 12, addition: 'bis' };
const registration = { household, members: [{ bsn: '999900018', name: 'Saskia Vos', relation: 'head' }], address, area: 'de-lariks' };
const fatma = { id: 'fatma', name: 'Fatma Yilmaz', role: 'wmo-consultant' };
const joost = { id: 'joost', name: 'Joost Bakker', role: 'social-worker' };

describe('the service of the gemeente, over HTTP', () => {
  let gemeente: ServiceUnderTest;
  const post = (collection: string, body: object) => gemeente.post(`/partners/gemeente-assen/v1/${collection}`, { household, ...body });
  const types = async (answer: ReturnType<typeof post>) => ((await answer).body['events'] as { type: string }[]).map(({ type }) => type.replace(/^nl\.kring\.|\.v1$/g, ''));

  beforeEach(async () => {
    gemeente = await serviceUnderTest(GemeenteModule);
  });
  afterEach(() => gemeente.close());

  it('registers a household as a dwelling unless told otherwise, and keeps names out of its own sight', async () => {
    expect((await post('households', registration)).status).toBe(200);
    const [event] = (await gemeente.ledger.read('gemeente-assen', household)).events;
    expect(event?.data).toMatchObject({ addressKind: 'dwelling', area: 'de-lariks', legalBasis: 'wmo', members: [{ relation: 'head' }] });
    expect(JSON.stringify(event)).not.toMatch(/Saskia|999900018|9401AB/);
  });

  it('keeps up with a household', async () => {
    await post('households', registration);
    expect(await types(post('members', { person: { personId: 'p_new', relation: 'partner' } }))).toEqual(['households.member-joined']);
    expect(await types(post('member-departures', { person: { personId: 'p_new' } }))).toEqual(['households.member-left']);
    expect(await types(post('household-moves', { address: { ...address, houseNumber: 14 }, area: 'de-lariks' }))).toEqual(['households.moved']);
    expect(await types(post('household-mergers', { from: ['h-2'] }))).toEqual(['households.merged']);
    expect(await types(post('household-splits', { into: [{ householdId: 'h-3', members: [{ personId: 'p_new' }] }] }))).toEqual(['households.split']);
    expect(await types(post('shieldings', { scope: 'address' }))).toEqual(['households.shielded']);
    expect(await types(post('shielding-liftings', { scope: 'address' }))).toEqual(['households.unshielded']);
  });

  it('gives a family one face, and hands over only after consulting the resident', async () => {
    expect(await types(post('contact-persons', { professional: fatma, residentPreferred: true }))).toEqual(['contact-persons.assigned']);
    const refused = await post('contact-person-handovers', { from: fatma, to: joost });
    expect({ status: refused.status, body: refused.body }).toMatchObject({ status: 409, body: { errors: [{ rule: 'resident-not-consulted' }] } });
    expect(await types(post('contact-person-handovers', { from: fatma, to: joost, residentConsultedOn: '2026-03-02' }))).toEqual(['contact-persons.handed-over']);
    expect(await types(post('contact-person-covers', { professional: fatma, until: '2026-03-20' }))).toEqual(['contact-persons.cover-arranged']);
    expect(await types(post('pulse-checks', { channel: 'phone', trend: 'improving' }))).toEqual(['pulse-checks.recorded']);
    expect(await types(post('contact-person-releases', { reason: 'The family manages.' }))).toEqual(['contact-persons.released']);
  });

  it('records what residents allow and object to', async () => {
    expect(await types(post('consents', { scope: 'share-visits', withOrganisations: ['omring'] }))).toEqual(['consents.given']);
    expect(await types(post('consent-withdrawals', { scope: 'share-visits' }))).toEqual(['consents.withdrawn']);
    expect(await types(post('objections', { objectionId: 'o-1', scope: 'share-involvement' }))).toEqual(['objections.raised']);
    expect(await types(post('objection-decisions', { objectionId: 'o-1', upheld: true }))).toEqual(['objections.decided']);
    expect(await types(post('involvement-contests', { involvementId: 'i-1' }))).toEqual(['involvements.contested']);
  });

  it('starts and ends its own provisions', async () => {
    expect(await types(post('provisions', { involvementId: 'w-1', professional: fatma, domain: 'care' }))).toEqual(['involvements.started']);
    expect(await types(post('provision-endings', { involvementId: 'w-1', reason: 'completed' }))).toEqual(['involvements.ended']);
  });
});
