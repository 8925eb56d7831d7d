import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { alertsIn, given, hookMs, organisationsIn } from './story.ts';

const address = { postcode: '9403QC', houseNumber: 41 };
const nanda = { id: 'nm-1', name: 'Nanda Wiersma', role: 'social-worker' };
const tamara = { id: 'mee-1', name: 'Tamara Dijk', role: 'client-supporter' };
const hilde = { id: 'ga-1', name: 'Hilde Meursing', role: 'wmo-consultant' };

/** The same story where the partners have no system of their own, and work in the screens of the partner services. */
describe('De Lariks, told by commands to the partner services', () => {
  let hub: RunningHub;
  let story: ReturnType<typeof given>;
  let household: { householdId: string };
  const partner = (code: string) => story.partner(code);
  const done = { status: 200 };
  const brokenRule = (receipt: { errors?: readonly { rule: string }[] }): string | undefined => receipt.errors?.[0]?.rule;

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false' } });
    story = given(hub);
  }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  it('the gemeente registers a family', async () => {
    const members = [{ bsn: '999971037', name: 'Esra Yildiz', birthDate: '1990-02-11', relation: 'head' }, { bsn: '999971049', name: 'Emre Yildiz', birthDate: '2014-06-01', relation: 'child' }];
    const receipt = await partner('gemeente-assen').does('households', { household: { bsn: '999971037' }, members, address, area: 'de-lariks', occurredAt: '2025-01-06T08:00:00Z' });
    expect(receipt).toMatchObject(done);
    household = { householdId: receipt.householdId! };
    expect(await partner('gemeente-assen').sees(household.householdId, '2025-01-07')).toMatchObject({ state: 'registered', area: 'de-lariks', contactPerson: null });
  });

  it("Noordermaat's social worker first looks at what the family can do itself, then starts", async () => {
    const noordermaat = partner('noordermaat');
    expect(await noordermaat.does('own-strength-explorations', { household: { address }, together: true, networkInvolved: false, result: 'support-needed', occurredAt: '2025-02-03T09:00:00Z' })).toMatchObject(done);
    expect(await noordermaat.does('social-work-beginnings', { household: { address }, involvementId: 'nm-i-7', professional: nanda, occurredAt: '2025-02-10T09:00:00Z' })).toMatchObject(done);
    expect(organisationsIn(await noordermaat.sees(household.householdId, '2025-02-11'))).toEqual(['noordermaat']);
  });

  it('a command sent twice under one key is carried out once', async () => {
    const command = { household: { address }, supporterId: 'nm-v-7', label: 'taalmaatje Coby', agreed: true, occurredAt: '2025-02-20T09:00:00Z' };
    const first = await partner('noordermaat').does('volunteer-matches', command, { 'idempotency-key': 'match-7' });
    const second = await partner('noordermaat').does('volunteer-matches', command, { 'idempotency-key': 'match-7' });
    expect(second).toEqual(first);
    expect((await partner('noordermaat').sees(household.householdId, '2025-02-21')).supporters).toHaveLength(1);
  });

  it("MEE's client supporter starts too, and there is no contact person", async () => {
    expect(await partner('mee-drenthe').does('client-support-beginnings', { household: { bsn: '999971037' }, involvementId: 'mee-i-7', professional: tamara, occurredAt: '2025-03-17T10:00:00Z' })).toMatchObject(done);
    const circle = await partner('noordermaat').sees(household.householdId, '2025-03-18');
    expect(organisationsIn(circle)).toEqual(['mee-drenthe', 'noordermaat']);
    expect(alertsIn(circle)).toContain('A01');
  });

  it('the gemeente assigns a contact person, and the alert is gone', async () => {
    expect(await partner('gemeente-assen').does('contact-persons', { household, professional: hilde, residentPreferred: true, occurredAt: '2025-04-01T09:00:00Z' })).toMatchObject(done);
    const circle = await partner('mee-drenthe').sees(household.householdId, '2025-04-02');
    expect(circle.contactPerson).toMatchObject({ organisation: 'gemeente-assen', professional: { name: 'Hilde Meursing' } });
    expect(alertsIn(circle)).not.toContain('A01');
  });

  it('nobody gets another contact person without being consulted', async () => {
    const receipt = await partner('gemeente-assen').does('contact-person-handovers', { household, from: hilde, to: { ...hilde, id: 'ga-2', name: 'Koen Prins' }, occurredAt: '2025-04-08T09:00:00Z' });
    expect(receipt.status).toBeGreaterThanOrEqual(400);
    expect(brokenRule(receipt)).toBeDefined();
    expect((await partner('gemeente-assen').sees(household.householdId, '2025-04-09')).contactPerson?.professional.name).toBe('Hilde Meursing');
  });

  it('a third referral step is refused without a reason, and flagged with one', async () => {
    const refer = (to: string, at: string, more: object = {}) =>
      partner('noordermaat').does('referrals', { household, referralId: `nm-r-${to}`, chainId: 'yildiz-1', to, discipline: 'gp', level: 'basic-team', occurredAt: at, ...more });
    expect(await refer('mee-drenthe', '2025-04-10T09:00:00Z')).toMatchObject(done);
    expect(await refer('huisarts-de-lariks', '2025-05-08T09:00:00Z')).toMatchObject(done);
    const refused = await refer('gemeente-assen', '2025-06-05T09:00:00Z');
    expect([refused.status, brokenRule(refused)]).toEqual([409, 'third-step-needs-reason']);
    expect(alertsIn(await partner('gemeente-assen').sees(household.householdId, '2025-06-06'))).not.toContain('A05');
    expect(await refer('gemeente-assen', '2025-06-05T09:00:00Z', { reasonForExtraStep: 'Er bleken ook schulden te zijn.' })).toMatchObject(done);
    expect(alertsIn(await partner('gemeente-assen').sees(household.householdId, '2025-06-06'))).toContain('A05');
  });

  it('the contact person keeps a finger on the pulse', async () => {
    expect(await partner('gemeente-assen').does('pulse-checks', { household, channel: 'visit', trend: 'improving', nextDue: '2025-07-15', occurredAt: '2025-06-17T09:00:00Z' })).toMatchObject(done);
    expect((await partner('noordermaat').sees(household.householdId, '2025-06-18')).contactPerson?.lastPulseCheck).toMatchObject({ trend: 'improving', nextDue: '2025-07-15' });
  });

  it('a partner cannot speak through the service of another', async () => {
    const response = await fetch(`${hub.url}/partners/noordermaat/v1/social-work-beginnings`, {
      method: 'POST', headers: { authorization: `Bearer ${await hub.token('mee-drenthe')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ household, involvementId: 'x', professional: tamara }),
    });
    expect([403, 404]).toContain(response.status);
  });
});
