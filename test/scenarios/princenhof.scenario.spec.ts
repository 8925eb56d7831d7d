import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { alertsIn, given, hookMs, organisationsIn } from './story.ts';

/**
 * "De buurtverbinder speelt een cruciale rol", "het kleine helpen, als toevoeging aan het bestaande aanbod", and "een professionele
 * wijkondersteuner … is de spin in het web tussen de buurtverbinders, bewoners, woningcorporatie en de zorg". Told by uploads.
 */
describe('Princenhof, as the back offices tell it', () => {
  let hub: RunningHub;
  let story: ReturnType<typeof given>;
  let household: string;
  const partner = (code: string) => story.partner(code);

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false' } });
    story = given(hub);
  }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  it('the gemeente registers a widow, and the district nurse of Omring comes for care', async () => {
    await partner('gemeente-stede-broec').sends('princenhof.1.gemeente-stede-broec.ndjson');
    expect(await partner('omring').sends('princenhof.2.omring.ndjson')).toMatchObject({ accepted: 2, rejected: 0 });
    household = await partner('omring').finds({ bsn: '999971025' });
    expect(organisationsIn(await partner('omring').sees(household, '2025-02-04'))).toEqual(['omring']);
  });

  it('the housing consultant of De Woonschakel, who knows only the address, signals neglect and comes too', async () => {
    await partner('de-woonschakel').sends('princenhof.3.de-woonschakel.ndjson');
    expect(await partner('de-woonschakel').finds({ address: { postcode: '1611QD', houseNumber: 88 } })).toBe(household);
    const circle = await partner('gemeente-stede-broec').sees(household, '2025-03-11');
    expect(organisationsIn(circle)).toEqual(['de-woonschakel', 'omring']);
    expect(alertsIn(circle)).toContain('A01');
  });

  it('Ons Stede Broec answers the signal, brings in small help, and its supporter becomes the face of the household', async () => {
    await partner('ons-stede-broec').sends('princenhof.4.ons-stede-broec.ndjson');
    const circle = await partner('ons-stede-broec').sees(household, '2025-03-15');
    expect(circle.signals).toMatchObject([{ signalId: 'melding-12', state: 'answered', outcome: 'taken-up' }]);
    expect(circle.supporters).toMatchObject([{ kind: 'connector', label: 'Afra doet de boodschappen' }]);
    expect(circle.contactPerson).toMatchObject({ organisation: 'ons-stede-broec', professional: { name: 'Saskia Groot', role: 'neighbourhood-supporter' } });
    expect(alertsIn(circle)).not.toContain('A01');
  });

  it('the small help stands next to the care, not in place of it', async () => {
    expect(organisationsIn(await partner('omring').sees(household, '2025-03-15'))).toEqual(['de-woonschakel', 'omring', 'ons-stede-broec']);
  });

  it('nurse and consultant plan to stand at the door on the same morning, and both can see so', async () => {
    await partner('omring').sends('princenhof.5.visits.omring.ndjson');
    expect(alertsIn(await partner('ons-stede-broec').sees(household, '2025-04-01'))).not.toContain('A07');
    await partner('de-woonschakel').sends('princenhof.6.visits.de-woonschakel.ndjson');
    const circle = await partner('ons-stede-broec').sees(household, '2025-04-03');
    expect(circle.visits.map(({ visitId, collidesWith }) => [visitId, collidesWith])).toEqual([['route-4-8', ['huisbezoek-33']], ['huisbezoek-33', ['route-4-8']]]);
    expect(circle.alerts.find(({ code }) => code === 'A07')).toMatchObject({ name: 'visits-collide', since: '2025-04-02T08:00:00.000Z' });
    expect(alertsIn(await partner('omring').sees(household, '2025-04-03'))).toContain('A07');
  });

  it('they agree to come together, and the collision is gone', async () => {
    await partner('omring').sends('princenhof.7.joint.omring.ndjson');
    const circle = await partner('ons-stede-broec').sees(household, '2025-04-05');
    expect(circle.visits.map(({ state, startsAt, collidesWith }) => [state, startsAt, collidesWith])).toEqual([
      ['joint', '2025-04-08T07:00:00Z', []],
      ['joint', '2025-04-08T07:00:00Z', []],
    ]);
    expect(alertsIn(circle)).not.toContain('A07');
  });

  it('the neighbourhood connector helps without ever seeing the circle', async () => {
    expect(await story.person('buurtverbinder@ons-stede-broec').isTold(household)).toBe(404);
    expect(await story.person('wijkondersteuner@ons-stede-broec').isTold(household)).toBe(200);
  });
});
