import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { given, hookMs } from './story.ts';
import { assigned, explored, referred, signalled, started, tells, workerOf } from './tellings.ts';
import { households } from './told-household.ts';

jest.setTimeout(hookMs);

const saskia = { id: 'osb-1', name: 'Saskia Groot', role: 'neighbourhood-supporter' };
const ilse = { id: 'omr-1', name: 'Ilse Ruiter', role: 'district-nurse' };

/** "De wijkondersteuner biedt ondersteuning waar nodig maar neemt niet de regie en verantwoordelijkheid van de inwoners uit handen." */
describe('Zorgzame buurt, carried out by Ons Stede Broec', () => {
  let hub: RunningHub;
  let household: ReturnType<typeof households>;

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false', KRING_CLOCK: '2026-07-01T08:00:00Z' } });
    household = households(hub, 800);
  });
  afterAll(() => hub?.stop());

  it('Ons Stede Broec publishes for the gemeente too, under its delegation, and for nobody else', async () => {
    const home = await household('princenhof');
    await home.when(started('ons-stede-broec', '2026-03-02T09:00:00Z', { organisation: 'gemeente-stede-broec', involvementId: 'wmo-1', professional: saskia }));
    expect((await home.circle()).involvements).toMatchObject([{ organisation: 'gemeente-stede-broec', professional: { name: 'Saskia Groot' } }]);
    expect(await home.refuses(started('ons-stede-broec', '2026-03-03T09:00:00Z', { organisation: 'omring' }))).toHaveLength(1);
  });

  it('the supporter signals what is asked, also of someone who is no client of anybody', async () => {
    const home = await household('princenhof');
    await home.when(signalled('ons-stede-broec', '2026-06-15T09:00:00Z', { kind: 'loneliness', domain: 'welfare', urgency: 'low', addressedTo: 'omring' }));
    expect((await home.seenBy('omring')).signals).toMatchObject([{ kind: 'loneliness', raisedBy: 'ons-stede-broec', state: 'open' }]);
    expect(await home.standing('A21')).toHaveLength(1);
  });

  it('the direction stays with the residents: nobody gets another contact person without being consulted', async () => {
    const home = await household('princenhof');
    await home.when(assigned('ons-stede-broec', '2026-03-02T09:00:00Z', { professional: saskia }));
    const handOver = { from: saskia, to: ilse, toOrganisation: 'omring' };
    expect(await home.refuses(tells('ons-stede-broec', 'contact-persons.handed-over', '2026-04-01T09:00:00Z', handOver))).toEqual(['/data/residentConsultedOn required']);
    await home.when(tells('ons-stede-broec', 'contact-persons.handed-over', '2026-04-02T09:00:00Z', { ...handOver, residentConsultedOn: '2026-04-01' }));
    expect((await home.circle()).contactPerson).toMatchObject({ organisation: 'omring', professional: { name: 'Ilse Ruiter' } });
  });

  it('connectors who were active long before are told afterwards, and stand in the circle since then', async () => {
    const home = await household('princenhof');
    await home.when(tells('de-woonschakel', 'supporters.added', '2025-05-12T09:00:00Z', { supporterId: 'bv-1', kind: 'connector', label: 'Afra van de overkant', agreed: true }));
    expect((await home.circle('2025-06-01')).supporters).toMatchObject([{ kind: 'connector', since: '2025-05-12T09:00:00Z', learnedAt: expect.stringMatching(/^20/) }]);
    const user = given(hub).person('buurtverbinder@ons-stede-broec');
    expect(await user.isTold(home.id)).toBe(404);
  });

  it('help that ended says whether it was completed or something else came of it', async () => {
    const home = await household('princenhof');
    const reasons = ['completed', 'referred', 'declined', 'moved', 'deceased', 'other'];
    for (const [nth, reason] of reasons.entries()) {
      const involvementId = `zorg-${nth}`;
      await home.when(started('omring', `2026-03-0${nth + 1}T09:00:00Z`, { involvementId, professional: ilse }), tells('omring', 'involvements.ended', `2026-04-0${nth + 1}T09:00:00Z`, { involvementId, reason }));
    }
    expect((await home.circle()).involvements.map(({ state, endReason }) => [state, endReason])).toEqual(reasons.map((reason) => ['ended', reason]));
  });

  it('connectors, residents, corporation and care are one web around the household, with the supporter as its spider', async () => {
    const home = await household('princenhof');
    await home.when(explored('ons-stede-broec', '2026-06-01T09:00:00Z'), started('omring', '2026-06-02T09:00:00Z'), started('de-woonschakel', '2026-06-03T09:00:00Z', { domain: 'housing', level: 'neighbourhood' }));
    await home.when(tells('ons-stede-broec', 'supporters.added', '2026-06-04T09:00:00Z', { supporterId: 'b-1', kind: 'connector', label: 'Afra', agreed: true }), assigned('ons-stede-broec', '2026-06-05T09:00:00Z', { professional: saskia }));
    await home.when(referred('ons-stede-broec', '2026-06-08T09:00:00Z', 'omring'), started('ons-stede-broec', '2026-06-08T10:00:00Z', { professional: saskia, level: 'neighbourhood' }));
    const web = (await (await given(hub).person('wijkondersteuner@ons-stede-broec').ask(`/v1/households/${home.id}/circle`)).json()) as Awaited<ReturnType<typeof home.circle>>;
    expect(web.involvements.map(({ organisation }) => organisation)).toEqual(['omring', 'de-woonschakel', 'ons-stede-broec']);
    expect(web.supporters).toMatchObject([{ kind: 'connector' }]);
    expect(web.involvements[0]?.professional.name).toBe(workerOf('omring').name);
  });
});
