import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { serviceUnderTest } from '@kring/partner-service/testing';
import type { ServiceUnderTest } from '@kring/partner-service/testing';
import { NoordermaatModule } from './noordermaat.module.ts';

const household = { address: { postcode: '9401AB', houseNumber: 12 } };
const worker = { id: 'mo', name: 'Mo Haddad', role: 'social-worker' };
const ans = { supporterId: 'ans', label: 'Ans from number 9', agreed: true };

describe('the service of Noordermaat, over HTTP', () => {
  let noordermaat: ServiceUnderTest;
  const post = (collection: string, body: object, sender = {}) => noordermaat.post(`/partners/noordermaat/v1/${collection}`, { household, ...body }, sender);
  const types = async (answer: ReturnType<typeof post>) => ((await answer).body['events'] as { type: string }[]).map(({ type }) => type.replace(/^nl\.kring\.|\.v1$/g, ''));
  const rulesOf = async (answer: ReturnType<typeof post>) => ((await answer).body['errors'] as { rule: string }[]).map(({ rule }) => rule);

  beforeEach(async () => {
    noordermaat = await serviceUnderTest(NoordermaatModule);
  });
  afterEach(() => noordermaat.close());

  it('starts, confirms and ends social work', async () => {
    expect(await types(post('social-work-beginnings', { involvementId: 'i-1', professional: worker }))).toEqual(['involvements.started']);
    expect(await types(post('involvement-confirmations', { involvementId: 'i-1' }))).toEqual(['involvements.confirmed']);
    expect(await types(post('social-work-endings', { involvementId: 'i-1', reason: 'completed' }))).toEqual(['involvements.ended']);
    expect((await noordermaat.ledger.read('noordermaat', household)).events[0]?.data).toMatchObject({ level: 'basic-team', domain: 'welfare' });
  });

  it('refuses to end or confirm what never started', async () => {
    expect(await rulesOf(post('social-work-endings', { involvementId: 'i-9', reason: 'completed' }))).toEqual(['involvement-not-started']);
    expect(await rulesOf(post('involvement-confirmations', { involvementId: 'i-9' }))).toEqual(['involvement-not-started']);
  });

  it('matches a volunteer who agreed, and lets them go again', async () => {
    expect(await rulesOf(post('volunteer-matches', { ...ans, agreed: false }))).toEqual(['supporter-has-not-agreed']);
    expect(await types(post('volunteer-matches', ans))).toEqual(['supporters.added']);
    expect((await noordermaat.ledger.read('noordermaat', household)).events[0]?.data).toMatchObject({ kind: 'volunteer', agreed: true });
    expect(await types(post('volunteer-departures', { supporterId: 'ans' }))).toEqual(['supporters.removed']);
  });

  it('hears questions and signals, looks at own strength first, and tells the resident', async () => {
    expect(await types(post('questions', { questionId: 'q-1', kind: 'concern', about: 'neighbour', initiatedBy: 'neighbour' }))).toEqual(['questions.received']);
    expect(await types(post('signals', { signalId: 's-1', kind: 'loneliness', domain: 'welfare', urgency: 'low' }))).toEqual(['signals.raised']);
    expect(await types(post('own-strength-explorations', { together: true, networkInvolved: true, result: 'network' }))).toEqual(['own-strength.explored']);
    expect(await types(post('signal-forwardings', { signalId: 's-1', to: 'mee-drenthe' }))).toEqual(['signals.forwarded']);
    expect(await types(post('signal-answers', { signalId: 's-1', outcome: 'referred' }))).toEqual(['signals.answered']);
    expect(await types(post('reporter-notices', { signalId: 's-1' }))).toEqual(['signals.reporter-informed']);
    expect(await types(post('resident-notices', { about: 'signal' }))).toEqual(['residents.informed']);
    expect(await types(post('pulse-checks', { channel: 'visit', trend: 'stable' }))).toEqual(['pulse-checks.recorded']);
    expect(await types(post('referrals', { referralId: 'r-1', chainId: 'c-1', to: 'mee-drenthe', discipline: 'client-supporter', level: 'basic-team' }))).toEqual(['referrals.requested']);
  });

  it('finds another organisation in the same household, and agrees who keeps the whole together', async () => {
    expect(await types(post('match-acknowledgements', { matchId: 'm-1' }))).toEqual(['matches.acknowledged']);
    expect(await types(post('coordination-agreements', { matchId: 'm-1', owner: worker }))).toEqual(['matches.coordination-agreed']);
    expect(await types(post('match-closures', { matchId: 'm-1', outcome: 'one-plan' }))).toEqual(['matches.closed']);
  });

  it('answers the referrals and takeovers of others, and asks for its own', async () => {
    const referral = { referralId: 'r-1' };
    expect(await types(post('referral-acceptances', referral))).toEqual(['referrals.accepted']);
    expect(await types(post('referral-starts', referral))).toEqual(['referrals.started']);
    expect(await types(post('referral-completions', referral))).toEqual(['referrals.completed']);
    expect(await types(post('referral-rejections', { referralId: 'r-2', reason: 'wrong-discipline' }))).toEqual(['referrals.rejected']);
    expect(await rulesOf(post('takeovers', { takeoverId: 't-1', to: 'mee-drenthe' }))).toEqual(['resident-not-consulted']);
    expect(await types(post('takeovers', { takeoverId: 't-1', to: 'mee-drenthe', residentConsultedOn: '2026-03-02' }))).toEqual(['takeovers.requested']);
    expect(await types(post('takeover-acceptances', { takeoverId: 't-2', professional: worker }))).toEqual(['takeovers.accepted']);
    expect(await types(post('takeover-refusals', { takeoverId: 't-3' }))).toEqual(['takeovers.refused']);
  });

  it('looks after a household when help has ended, and tells the others how it goes', async () => {
    expect(await types(post('aftercares', { until: '2026-09-01' }))).toEqual(['aftercare.started']);
    expect(await types(post('aftercare-contacts', { trend: 'stable' }))).toEqual(['aftercare.contacted']);
    expect(await types(post('partner-updates', { recipients: ['mee-drenthe'], trend: 'stable' }))).toEqual(['partners.updated']);
    expect(await types(post('aftercare-closures', {}))).toEqual(['aftercare.closed']);
  });

  it('takes a question from a volunteer, and nothing that decides about a household', async () => {
    const volunteer = { as: 'user ans@noordermaat volunteer' };
    const question = { questionId: 'q-1', kind: 'idea', about: 'neighbourhood', initiatedBy: 'resident' };
    expect((await post('questions', question, volunteer)).status).toBe(200);
    expect((await post('social-work-beginnings', { involvementId: 'i-1', professional: worker }, volunteer)).status).toBe(403);
  });
});
