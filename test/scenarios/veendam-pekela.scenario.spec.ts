import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { given, hookMs, organisationsIn } from './story.ts';
import { assigned, ended, referred, signalled, started, tells, type Telling } from './tellings.ts';
import { households, type ToldHousehold } from './told-household.ts';

jest.setTimeout(hookMs);

const nurse = { id: 'vn-5', name: 'Trijn Nap', role: 'district-nurse' };
const officer = { id: 'vn-1', name: 'Harm Kuiper', role: 'benefits-officer' };
const worker = { id: 'vn-3', name: 'Anna Smit', role: 'community-worker' };

const dienst = (type: string, at: string, data: Telling['data']): Telling => tells('sociale-dienst', type, at, data);
const veendam = (type: string, at: string, data: Telling['data']): Telling => tells('gemeente-veendam', type, at, data);

/**
 * "Het uitgangspunt is een gezicht per gezin … Deze professional is ook verantwoordelijk voor nazorg en houdt de betrokken partijen
 * op de hoogte hoe het met de bewoner gaat." Three social teams, for Veendam Noord, Veendam Zuid and Pekela.
 */
describe('Veendam and Pekela, a neighbourhood on its own strength', () => {
  let hub: RunningHub;
  let household: ReturnType<typeof households>;
  let home: ToldHousehold;

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false', KRING_CLOCK: '2026-10-01T08:00:00Z' } });
    // The first resident of the tests has an account in the demonstration.
    household = households(hub, 0);
    home = await household('veendam-noord', '2026-01-05T08:00:00Z');
  });
  afterAll(() => hub?.stop());

  it('three teams share one hub, and each gemeente reads its own residents', async () => {
    const [south, pekela] = [await household('veendam-zuid', '2026-01-05T08:00:00Z'), await household('pekela', '2026-01-05T08:00:00Z')];
    expect([await home.circle(), await south.circle(), await pekela.circle()].map(({ region, area }) => [region, area])).toEqual([['veendam-pekela', 'veendam-noord'], ['veendam-pekela', 'veendam-zuid'], ['veendam-pekela', 'pekela']]);
    expect(await given(hub).partner('gemeente-veendam').isTold(pekela.id)).toBe(404);
    expect(await given(hub).partner('gemeente-pekela').isTold(home.id)).toBe(404);
  });

  it('the team goes to the resident, and they decide together what is needed and what the resident and the network can do', async () => {
    await home.when(veendam('own-strength.explored', '2026-01-12T09:00:00Z', { together: true, networkInvolved: true, result: 'support-needed' }));
    await home.when(veendam('supporters.added', '2026-01-12T09:30:00Z', { supporterId: 'n-1', kind: 'family', label: 'zus Geertje komt op dinsdag', agreed: true }));
    const circle = await home.circle('2026-01-13');
    expect(circle.ownStrength).toMatchObject({ together: true, networkInvolved: true });
    expect(circle.supporters).toMatchObject([{ kind: 'family', agreed: true }]);
  });

  it('it takes six facts to say that one is involved, and hours are asked of nobody', async () => {
    const six = { involvementId: 'sd-1', professional: officer, level: 'basic-team', domain: 'income' };
    await home.when(dienst('involvements.started', '2026-01-13T09:00:00Z', six), dienst('involvements.ended', '2026-01-13T10:00:00Z', { involvementId: 'sd-1', reason: 'other' }));
    expect(await home.refuses(dienst('involvements.started', '2026-01-13T11:00:00Z', { ...six, hours: 4 }))).toEqual(['/data/hours unknown-field']);
  });

  it('social services and district nurse both come, and whoever is there longest is asked first to be the one face', async () => {
    await home.when(dienst('involvements.started', '2026-01-14T09:00:00Z', { involvementId: 'sd-2', professional: officer, level: 'basic-team', domain: 'income' }));
    await home.when(tells('meander', 'involvements.started', '2026-01-19T09:00:00Z', { involvementId: 'm-1', professional: nurse, level: 'basic-team', domain: 'care' }));
    expect(await home.standing('A01', '2026-01-20')).toMatchObject([{ since: '2026-01-19T09:00:00.000Z', actor: 'sociale-dienst' }]);
    await home.when(assigned('sociale-dienst', '2026-01-21T09:00:00Z', { professional: officer }));
    expect((await home.seenBy('meander', '2026-01-22')).contactPerson).toMatchObject({ organisation: 'sociale-dienst', professional: { name: 'Harm Kuiper', role: 'benefits-officer' } });
    expect(await home.standing('A01', '2026-01-22')).toEqual([]);
  });

  it('every small step counts, in learning, in work and in taking part', async () => {
    const steps = [['participate', 'ging mee naar de koffieochtend'], ['learn', 'begon met de taalles'], ['work', 'hielp een ochtend in de kringloop']];
    await home.when(...steps.map(([area, label], week) => dienst('participation.step-taken', `2026-02-0${week + 2}T09:00:00Z`, { area, label })));
    await home.when(dienst('participation.assessed', '2026-02-09T09:00:00Z', { level: 2 }), dienst('participation.assessed', '2026-05-11T09:00:00Z', { level: 3 }));
    expect((await home.seenBy('meander', '2026-02-10')).participation).toMatchObject({ level: 2, steps: steps.map(([area, label]) => ({ area, label })) });
    expect((await home.circle('2026-05-12')).participation.level).toBe(3);
    expect((await given(hub).person('bewoner-1@resident').sees(home.id, '2026-02-18')).participation.steps).toHaveLength(3);
    expect(await home.refuses(dienst('participation.assessed', '2026-05-11T09:00:00Z', { level: 7 }))).toHaveLength(1);
  });

  it('the plan says what should get better and what may stay as it is', async () => {
    const goals = [{ domain: 'work', aim: 'improve' }, { domain: 'health', aim: 'keep-stable' }];
    await home.when(dienst('plans.agreed', '2026-02-16T09:00:00Z', { planId: 'p-1', version: 1, goals }));
    expect((await home.seenBy('meander', '2026-02-17')).plan).toMatchObject({ version: 1, goals });
  });

  it('the face of the family keeps the others informed how it goes, and is reminded when they did not hear for thirty days', async () => {
    await home.when(dienst('partners.updated', '2026-02-16T10:00:00Z', { recipients: ['meander'], trend: 'improving' }));
    expect(await home.standing('A22', '2026-03-18T22:59:59.999Z')).toEqual([]);
    expect(await home.standing('A22', '2026-03-18T23:00:00Z')).toMatchObject([{ since: '2026-03-18T23:00:00.000Z', actor: 'sociale-dienst' }]);
    await home.when(dienst('partners.updated', '2026-03-20T09:00:00Z', { recipients: ['meander'], trend: 'stable' }));
    expect(await home.standing('A22', '2026-03-20T09:00:00Z')).toEqual([]);
  });

  it('whoever notices something says so, also beyond its own work, and gets an answer', async () => {
    await home.when(signalled('acantus', '2026-03-23T09:00:00Z', { kind: 'neglect', addressedTo: 'sociale-dienst' }), signalled('meander', '2026-03-23T10:00:00Z', { signalId: 's-2', kind: 'rent-arrears', domain: 'debt', addressedTo: 'sociale-dienst' }));
    await home.when(dienst('signals.answered', '2026-03-24T09:00:00Z', { signalId: 's-1', outcome: 'taken-up' }), dienst('signals.forwarded', '2026-03-24T10:00:00Z', { signalId: 's-2', to: 'vkb' }));
    await home.when(tells('vkb', 'signals.answered', '2026-03-30T09:00:00Z', { signalId: 's-2', outcome: 'taken-up' }));
    expect((await home.circle('2026-03-31')).signals.map(({ signalId, domain, state, addressedTo }) => [signalId, domain, state, addressedTo])).toEqual([['s-1', 'housing', 'answered', 'sociale-dienst'], ['s-2', 'debt', 'answered', 'vkb']]);
    expect((await home.circle('2026-03-31')).alerts.filter(({ code }) => code === 'A04')).toEqual([]);
  });

  it('police and public mental health take part as partners to ask after, never by name to the others', async () => {
    await home.when(started('politie', '2026-04-01T09:00:00Z', { domain: 'safety' }), started('oggz', '2026-04-02T09:00:00Z', { domain: 'mental-health' }), started('vkb', '2026-04-03T09:00:00Z', { domain: 'debt' }));
    expect(organisationsIn(await home.seenBy('meander', '2026-04-04'))).toEqual(['meander', 'sociale-dienst', 'vkb']);
    const coordinated = await home.seenBy('sociale-dienst', '2026-04-04');
    expect(organisationsIn(coordinated)).toEqual(['meander', 'oggz', 'politie', 'sociale-dienst', 'vkb']);
    expect(coordinated.involvements.find(({ organisation }) => organisation === 'oggz')).toMatchObject({ sensitivity: 'brokered' });
    expect(JSON.stringify(coordinated)).not.toContain('mental-health');
    expect((await home.seenBy('oggz', '2026-04-04')).contactPerson).toMatchObject({ organisation: 'sociale-dienst' });
  });

  it('a coordinator of the teams and the project leader see no household', async () => {
    for (const user of ['teamcoordinator@gemeente-veendam', 'projectleider@gemeente-veendam']) expect(await given(hub).person(user).isTold(home.id)).toBe(404);
    expect(await given(hub).person('regisseur@gemeente-veendam').isTold(home.id)).toBe(200);
  });

  it('the team keeps sight of who is long unseen, by when each partner was last heard of', async () => {
    const quiet = await household('veendam-noord', '2026-01-05T08:00:00Z');
    await quiet.when(veendam('involvements.started', '2026-02-02T09:00:00Z', { involvementId: 'gv-1', professional: worker, level: 'basic-team', domain: 'welfare' }));
    expect((await quiet.circle()).freshness.find(({ organisation }) => organisation === 'gemeente-veendam')).toMatchObject({ lastEventAt: '2026-02-02T09:00:00Z' });
    expect(await quiet.standing('A10', '2026-08-04T21:59:59.999Z')).toEqual([]);
    expect(await quiet.standing('A10', '2026-08-04T22:00:00Z')).toMatchObject([{ actor: 'gemeente-veendam' }]);
    expect((await quiet.listed('A10'))).toHaveLength(1);
  });

  it('when the last of them leaves, the face of the family owes aftercare, stays in touch, and closes it', async () => {
    await home.when(ended('politie', '2026-05-04T09:00:00Z'), ended('oggz', '2026-05-06T09:00:00Z'), ended('vkb', '2026-05-07T09:00:00Z'));
    await home.when(tells('meander', 'involvements.ended', '2026-05-08T09:00:00Z', { involvementId: 'm-1', reason: 'completed' }), dienst('involvements.ended', '2026-05-11T09:00:00Z', { involvementId: 'sd-2', reason: 'completed' }));
    expect(await home.standing('A09', '2026-05-27T21:59:59.999Z')).toEqual([]);
    expect(await home.standing('A09', '2026-05-27T22:00:00Z')).toMatchObject([{ actor: 'sociale-dienst' }]);
    await home.when(dienst('aftercare.started', '2026-05-28T09:00:00Z', { until: '2026-11-30' }), dienst('aftercare.contacted', '2026-07-02T09:00:00Z', { trend: 'improving' }));
    expect((await home.circle('2026-07-03')).aftercare).toMatchObject({ organisation: 'sociale-dienst', until: '2026-11-30', lastContactAt: '2026-07-02T09:00:00Z', trend: 'improving', closedAt: null });
    expect(await home.standing('A09', '2026-08-13T22:00:00Z')).toHaveLength(1);
    await home.when(dienst('aftercare.closed', '2026-09-01T09:00:00Z', {}));
    expect((await home.circle()).aftercare).toMatchObject({ closedAt: '2026-09-01T09:00:00Z' });
    expect(await home.standing('A09')).toEqual([]);
  });

  it('help that is asked elsewhere is asked in as few steps here as anywhere', async () => {
    await home.when(referred('sociale-dienst', '2026-09-02T09:00:00Z', 'meander'), referred('meander', '2026-09-03T09:00:00Z', 'mee-groningen'), referred('mee-groningen', '2026-09-04T09:00:00Z', 'cjg'));
    expect(await home.standing('A05')).toMatchObject([{ since: '2026-09-04T09:00:00.000Z', threshold: '2 steps' }]);
  });
});
