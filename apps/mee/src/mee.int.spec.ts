import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serviceUnderTest } from '@kring/partner-service/testing';
import type { ServiceUnderTest } from '@kring/partner-service/testing';
import { MeeModule } from './mee.module.ts';

const household = { bsn: '999900018' };
const supporter = { id: 'ria', name: 'Ria Dekker', role: 'client-supporter' };

describe('the service of MEE, over HTTP', () => {
  let mee: ServiceUnderTest;
  const post = (collection: string, body: object) => mee.post(`/partners/mee-drenthe/v1/${collection}`, { household, ...body });
  const types = async (answer: ReturnType<typeof post>) => ((await answer).body['events'] as { type: string }[]).map(({ type }) => type.replace(/^nl\.kring\.|\.v1$/g, ''));
  const refer = (referralId: string, to: string, more = {}) => post('referrals', { referralId, chainId: 'c-1', to, discipline: 'psychologist', level: 'specialist', ...more });

  beforeEach(async () => {
    mee = await serviceUnderTest(MeeModule);
  });
  afterEach(() => mee.close());

  it('serves MEE in Groningen too, each with a page of its own', async () => {
    await post('client-support-beginnings', { involvementId: 'i-1', professional: supporter });
    const { status } = await mee.post('/partners/mee-groningen/v1/client-support-beginnings', { household, involvementId: 'i-1', professional: supporter });
    expect(status).toBe(200);
    expect((await mee.ledger.read('mee-groningen', household)).events).toHaveLength(1);
  });

  it('starts and ends client support', async () => {
    expect(await types(post('client-support-beginnings', { involvementId: 'i-1', professional: supporter }))).toEqual(['involvements.started']);
    expect(await types(post('client-support-endings', { involvementId: 'i-1', reason: 'referred' }))).toEqual(['involvements.ended']);
  });

  it('asks advice without names unless told otherwise, and gives it', async () => {
    expect(await types(post('advice-questions', { adviceId: 'a-1', discipline: 'educationalist' }))).toEqual(['advice.requested']);
    expect((await mee.ledger.read('mee-drenthe', household)).events[0]?.data).toMatchObject({ anonymous: true, purpose: 'referral' });
    expect(await types(post('advice-answers', { adviceId: 'a-1' }))).toEqual(['advice.given']);
  });

  it('refers in two steps, and a third time only for a reason that it keeps to itself', async () => {
    expect(await types(refer('r-1', 'huisarts-de-lariks'))).toEqual(['referrals.requested']);
    expect(await types(refer('r-2', 'noordermaat'))).toEqual(['referrals.requested']);
    expect((await refer('r-3', 'gemeente-assen')).body).toMatchObject({ status: 409, errors: [{ rule: 'third-step-needs-reason' }] });
    expect(await types(refer('r-3', 'gemeente-assen', { reasonForExtraStep: 'Only the gemeente can grant this.' }))).toEqual(['referrals.requested']);
    expect(JSON.stringify(await mee.ledger.read('mee-drenthe', household))).not.toContain('Only the gemeente');
  });

  it('takes a referral back, which then is no step any more', async () => {
    await refer('r-1', 'huisarts-de-lariks');
    await refer('r-2', 'noordermaat');
    expect(await types(post('referral-cancellations', { referralId: 'r-2' }))).toEqual(['referrals.cancelled']);
    expect(await types(refer('r-3', 'gemeente-assen'))).toEqual(['referrals.requested']);
  });

  it('tells the resident, or says why not yet', async () => {
    expect(await types(post('resident-notices', { about: 'referral', deferredReason: 'The client asked to wait for her sister.' }))).toEqual(['residents.informed']);
  });
});
