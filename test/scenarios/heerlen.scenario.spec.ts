import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { given, hookMs, organisationsIn } from './story.ts';
import { assigned, referred, started, tells, type Telling } from './tellings.ts';
import { households, type ToldHousehold } from './told-household.ts';

jest.setTimeout(hookMs);

const nurse = { id: 'bt-1', name: 'Truus Meertens', role: 'district-nurse' };
const worker = { id: 'bt-2', name: 'Ger Habets', role: 'social-worker' };
const consultant = { id: 'bt-3', name: 'Mieke Schings', role: 'youth-consultant' };
const counsellor = { id: 'wt-4', name: 'Noor Claessen', role: 'debt-counsellor' };

const basisteam = (type: string, at: string, data: Telling['data']): Telling => tells('basisteam-heerlen', type, at, data);
const wijkteam = (type: string, at: string, data: Telling['data']): Telling => tells('wijkteam-heerlen', type, at, data);
const comes = (involvementId: string, professional: object, domain: string, at: string): Telling => basisteam('involvements.started', at, { involvementId, professional, domain, level: 'basic-team' });

/** The region files, with what Heerlen agreed of its own: a referral is answered within two working days. */
const ownRegions = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kring-regions-'));
  cpSync(fileURLToPath(new URL('../../deploy/regions', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'heerlen.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('alerts: {}', 'alerts: { A06: { acceptedWithin: { workingDays: 2 } } }'));
  return folder;
};

/**
 * "Een naadloze keten van informele tot formele dienstverlening en ondersteuning, waarbij iedereen naar vermogen meedoet en eigen
 * kracht het uitgangspunt is!" Buurtsteun, basisteam and sociaal wijkteam, told by their own systems.
 */
describe('Heerlen, from a neighbour to the district team', () => {
  let hub: RunningHub;
  let home: ToldHousehold;
  const regions = ownRegions();

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false', KRING_CLOCK: '2026-07-01T08:00:00Z', KRING_REGIONS: regions } });
    home = await households(hub, 500)('heerlen-stadsdeel', '2026-01-05T08:00:00Z');
  });
  afterAll(async () => {
    await hub?.stop();
    rmSync(regions, { recursive: true, force: true });
  });

  it('a worry comes in about oneself, the family or a neighbour, from whoever has it, and nothing more is asked', async () => {
    const question = (questionId: string, about: string, initiatedBy: string): Telling => basisteam('questions.received', '2026-02-02T09:00:00Z', { questionId, kind: 'concern', about, initiatedBy });
    await home.when(question('v-1', 'self', 'resident'), question('v-2', 'family', 'gp'), question('v-3', 'neighbour', 'neighbour'));
    expect((await home.seenBy('basisteam-heerlen', '2026-02-03')).questions.map(({ about, initiatedBy }) => [about, initiatedBy])).toEqual([['self', 'resident'], ['family', 'gp'], ['neighbour', 'neighbour']]);
    expect(await home.refuses(question('v-4', 'employer', 'resident'))).toEqual(['/data/about not-one-of']);
  });

  it('who raised a worry stays protected, and hears that something was done with it', async () => {
    const raised = tells('huisarts-heerlen', 'signals.raised', '2026-02-02T10:00:00Z', { signalId: 'z-1', kind: 'overload-carer', domain: 'care', urgency: 'normal', addressedTo: 'basisteam-heerlen' });
    await home.when(raised, started('sociale-zaken-heerlen', '2026-02-02T11:00:00Z', { level: 'neighbourhood', domain: 'income' }));
    expect((await home.seenBy('basisteam-heerlen', '2026-02-03')).signals).toMatchObject([{ raisedBy: 'huisarts-heerlen', state: 'open' }]);
    expect((await home.seenBy('sociale-zaken-heerlen', '2026-02-03')).signals).toEqual([]);
    await home.when(basisteam('signals.answered', '2026-02-04T09:00:00Z', { signalId: 'z-1', outcome: 'taken-up' }), basisteam('signals.reporter-informed', '2026-02-05T09:00:00Z', { signalId: 'z-1' }));
    expect((await home.seenBy('huisarts-heerlen', '2026-02-06')).signals).toMatchObject([{ state: 'answered', outcome: 'taken-up', reporterInformedAt: '2026-02-05T09:00:00Z' }]);
  });

  it('own strength comes first: a neighbour joins in, and stands in the circle beside those who come for their work', async () => {
    await home.when(basisteam('own-strength.explored', '2026-02-06T09:00:00Z', { together: true, networkInvolved: true, result: 'support-needed' }));
    await home.when(basisteam('supporters.added', '2026-02-07T09:00:00Z', { supporterId: 'b-1', kind: 'neighbour', label: 'buurman Sjef rijdt naar de fysio', agreed: true }));
    const circle = await home.seenBy('basisteam-heerlen', '2026-02-08');
    expect(circle.ownStrength).toMatchObject({ explored: true, together: true, networkInvolved: true });
    expect(circle.supporters).toMatchObject([{ kind: 'neighbour', until: null }]);
  });

  it('district nurse, social worker and youth consultant work as one basic team, and the general practitioner and Social Affairs see them there', async () => {
    await home.when(comes('bt-i-1', nurse, 'care', '2026-02-09T09:00:00Z'), comes('bt-i-2', worker, 'welfare', '2026-02-10T09:00:00Z'), comes('bt-i-3', consultant, 'youth', '2026-02-11T09:00:00Z'));
    await home.when(started('huisarts-heerlen', '2026-02-12T09:00:00Z', { domain: 'health' }), assigned('basisteam-heerlen', '2026-02-13T09:00:00Z', { professional: worker }));
    for (const partner of ['huisarts-heerlen', 'sociale-zaken-heerlen']) {
      const circle = await home.seenBy(partner, '2026-02-14');
      expect(organisationsIn(circle)).toEqual(['basisteam-heerlen', 'basisteam-heerlen', 'basisteam-heerlen', 'huisarts-heerlen', 'sociale-zaken-heerlen']);
      expect(circle.involvements.filter(({ organisation }) => organisation === 'basisteam-heerlen').map(({ role }) => role)).toEqual(['district-nurse', 'social-worker', 'youth-consultant']);
      expect(circle.contactPerson).toMatchObject({ organisation: 'basisteam-heerlen', professional: { name: 'Ger Habets' } });
    }
  });

  it('the basic team asks each of the five advisers to think along, without a name, and hands nothing over', async () => {
    const before = await home.circle('2026-03-01');
    for (const discipline of ['youth-doctor', 'psychologist', 'educationalist', 'debt-counsellor', 'reintegration-consultant']) {
      await home.when(basisteam('advice.requested', '2026-03-02T09:00:00Z', { adviceId: `a-${discipline}`, discipline, anonymous: true }), wijkteam('advice.given', '2026-03-03T09:00:00Z', { adviceId: `a-${discipline}` }));
    }
    const after = await home.circle('2026-03-04');
    expect([after.contactPerson, after.involvements, after.referralChains]).toEqual([before.contactPerson, before.involvements, []]);
    const answer = await given(hub).partner('gemeente-heerlen').ask(`/v1/households/${home.id}/timeline?limit=500`);
    const { entries } = (await answer.json()) as { entries: { type: string; text: { nl: string } }[] };
    expect(entries.filter(({ type }) => type === 'nl.kring.advice.given.v1')).toHaveLength(5);
  });

  it('nobody is taken over without being consulted', async () => {
    const request = basisteam('takeovers.requested', '2026-03-09T09:00:00Z', { takeoverId: 't-1', to: 'wijkteam-heerlen' });
    expect(await home.refuses(request)).toEqual(['/data/residentConsultedOn required']);
    expect((await home.circle('2026-03-10')).contactPerson).toMatchObject({ organisation: 'basisteam-heerlen' });
  });

  it('the district team takes over in consultation, and the contact person changes at one instant', async () => {
    await home.when(basisteam('takeovers.requested', '2026-03-11T09:00:00Z', { takeoverId: 't-1', to: 'wijkteam-heerlen', residentConsultedOn: '2026-03-10' }));
    await home.when(started('wijkteam-heerlen', '2026-03-12T09:00:00Z', { professional: counsellor, level: 'district-team', domain: 'debt' }), wijkteam('takeovers.accepted', '2026-03-12T10:00:00Z', { takeoverId: 't-1', professional: counsellor }));
    expect((await home.circle('2026-03-12T09:59:59.999Z')).contactPerson).toMatchObject({ organisation: 'basisteam-heerlen' });
    const circle = await home.circle('2026-03-12T10:00:00Z');
    expect(circle.contactPerson).toMatchObject({ organisation: 'wijkteam-heerlen', professional: { name: 'Noor Claessen', role: 'debt-counsellor' } });
    expect(circle.alerts.filter(({ code }) => ['A01', 'A02', 'A13'].includes(code))).toEqual([]);
  });

  it('a takeover that is refused leaves everything as it is', async () => {
    await home.when(wijkteam('takeovers.requested', '2026-03-16T09:00:00Z', { takeoverId: 't-2', to: 'basisteam-heerlen', residentConsultedOn: '2026-03-14' }), basisteam('takeovers.refused', '2026-03-17T09:00:00Z', { takeoverId: 't-2' }));
    expect((await home.circle('2026-03-18')).contactPerson).toMatchObject({ organisation: 'wijkteam-heerlen' });
  });

  it('the region gives the mandate: who has none names no contact person', async () => {
    expect(await home.refuses(assigned('huisarts-heerlen', '2026-03-18T09:00:00Z'))).toEqual(['/type publisher-not-allowed']);
  });

  it('specialist support to measure is there fast, and is asked after when the term that Heerlen agreed is over', async () => {
    await home.when(referred('wijkteam-heerlen', '2026-03-19T09:00:00Z', 'sociale-zaken-heerlen', { discipline: 'debt-counsellor', level: 'specialist' }));
    expect(await home.standing('A14', '2026-03-20')).toEqual([]);
    expect(await home.standing('A06', '2026-03-23T22:59:59.999Z')).toEqual([]);
    expect(await home.standing('A06', '2026-03-23T23:00:00Z')).toMatchObject([{ actor: 'sociale-zaken-heerlen', threshold: '2 working days, 10 working days' }]);
    await home.when(...['accepted', 'started'].map((step, day) => tells('sociale-zaken-heerlen', `referrals.${step}`, `2026-03-2${7 + day}T09:00:00Z`, { referralId: 'r-sociale-zaken-heerlen' })));
    const circle = await home.circle('2026-03-29');
    expect(circle.referralChains).toMatchObject([{ stepCount: 1, steps: [{ state: 'started', level: 'specialist' }] }]);
    expect(await home.standing('A06', '2026-03-29')).toEqual([]);
  });

  it('it is one chain in the end: neighbour, basic team, district team and specialist in one circle, each at its own level', async () => {
    const circle = await home.circle('2026-03-29');
    expect(circle.supporters).toHaveLength(1);
    expect(new Set(circle.involvements.map(({ level }) => level))).toEqual(new Set(['neighbourhood', 'basic-team', 'district-team']));
    expect(new Set(circle.involvements.map(({ domain }) => domain)).size).toBe(6);
  });
});
