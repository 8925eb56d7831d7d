import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { alertsIn, given, hookMs, organisationsIn } from './story.ts';

const address = { postcode: '1611QC', houseNumber: 17 };
const ilse = { id: 'omr-1', name: 'Ilse Ruiter', role: 'district-nurse' };
const peter = { id: 'dws-1', name: 'Peter Commandeur', role: 'housing-consultant' };
const saskia = { id: 'osb-1', name: 'Saskia Groot', role: 'neighbourhood-supporter' };

/** Omring and De Woonschakel work in the partner services; Ons Stede Broec has a system of its own that publishes events. */
describe('Princenhof, told by commands to the partner services', () => {
  let hub: RunningHub;
  let story: ReturnType<typeof given>;
  let household: { householdId: string };
  const partner = (code: string) => story.partner(code);
  const done = { status: 200 };
  const ons = (id: string, type: string, at: string, data: object) => ({
    specversion: '1.0' as const, id, source: 'urn:nld:kvknr:90000011:systeem:kring-demo', type: `nl.kring.${type}.v1`, time: at, datacontenttype: 'application/json' as const,
    data: { household, occurredAt: at, legalBasis: 'wmo', purpose: 'coordination', ...data },
  });

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false' } });
    story = given(hub);
  }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  it('the gemeente registers a widower, and Omring opens a care file', async () => {
    const members = [{ bsn: '999971050', name: 'Siem Ooteman', birthDate: '1943-07-19', relation: 'head' }];
    const receipt = await partner('gemeente-stede-broec').does('households', { household: { bsn: '999971050' }, members, address, area: 'princenhof', occurredAt: '2025-01-08T08:00:00Z' });
    expect(receipt).toMatchObject(done);
    household = { householdId: receipt.householdId! };
    expect(await partner('omring').does('care-files', { household: { bsn: '999971050' }, involvementId: 'zorg-88', professional: ilse, occurredAt: '2025-02-03T08:00:00Z' })).toMatchObject(done);
    expect(organisationsIn(await partner('omring').sees(household.householdId, '2025-02-04'))).toEqual(['omring']);
  });

  it('De Woonschakel knows its tenant, signals neglect, and its consultant guides him', async () => {
    const woonschakel = partner('de-woonschakel');
    expect(await woonschakel.does('tenancies', { household: { address }, involvementId: 'huur-44', professional: peter, occurredAt: '2025-01-15T09:00:00Z' })).toMatchObject(done);
    expect(await woonschakel.does('signals', { household: { address }, signalId: 'melding-44', kind: 'neglect', domain: 'housing', urgency: 'normal', addressedTo: 'ons-stede-broec', occurredAt: '2025-03-03T13:00:00Z' })).toMatchObject(done);
    expect(await woonschakel.does('housing-guidances', { household: { address }, involvementId: 'dossier-44', professional: peter, occurredAt: '2025-03-10T09:00:00Z' })).toMatchObject(done);
    expect(alertsIn(await partner('gemeente-stede-broec').sees(household.householdId, '2025-03-11'))).toContain('A01');
  });

  it('a landlord signals only what a landlord sees', async () => {
    const receipt = await partner('de-woonschakel').does('signals', { household: { address }, signalId: 'melding-45', kind: 'dementia', domain: 'health', urgency: 'normal', occurredAt: '2025-03-04T13:00:00Z' });
    expect(receipt.status).toBeGreaterThanOrEqual(400);
  });

  it('a neighbourhood connector does the small things, and the supporter of Ons Stede Broec becomes the face', async () => {
    expect(await partner('de-woonschakel').does('connector-appointments', { household: { address }, supporterId: 'bv-44', label: 'Afra zet de kliko buiten', agreed: true, occurredAt: '2025-03-12T14:00:00Z' })).toMatchObject(done);
    const answer = await partner('ons-stede-broec').says(
      ons('c-1', 'signals.answered', '2025-03-05T10:00:00Z', { signalId: 'melding-44', outcome: 'taken-up' }),
      ons('c-2', 'involvements.started', '2025-03-13T09:00:00Z', { involvementId: 'wo-44', professional: saskia, level: 'neighbourhood', domain: 'welfare' }),
      ons('c-3', 'contact-persons.assigned', '2025-03-14T09:00:00Z', { professional: saskia, residentPreferred: true }),
    );
    expect(answer).toMatchObject({ accepted: 3, rejected: 0 });
    const circle = await partner('ons-stede-broec').sees(household.householdId, '2025-03-15');
    expect(circle.supporters).toMatchObject([{ kind: 'connector', label: 'Afra zet de kliko buiten' }]);
    expect(circle.contactPerson).toMatchObject({ organisation: 'ons-stede-broec', professional: { name: 'Saskia Groot' } });
    expect(circle.signals).toMatchObject([{ state: 'answered' }]);
    expect(alertsIn(circle)).not.toContain('A01');
  });

  it('nurse and supporter plan the same morning, and agree to come together', async () => {
    const omring = partner('omring');
    expect(await omring.does('visits', { household, visitId: 'route-88', startsAt: '2025-04-08T07:00:00Z', endsAt: '2025-04-08T07:30:00Z', professional: ilse, occurredAt: '2025-04-01T08:00:00Z' })).toMatchObject(done);
    await partner('ons-stede-broec').says(ons('c-4', 'visits.planned', '2025-04-02T08:00:00Z', { visitId: 'ob-88', startsAt: '2025-04-08T07:20:00Z', endsAt: '2025-04-08T08:00:00Z', professional: saskia }));
    expect(alertsIn(await omring.sees(household.householdId, '2025-04-03'))).toContain('A07');
    const joint = { visitIds: [{ organisation: 'omring', visitId: 'route-88' }, { organisation: 'ons-stede-broec', visitId: 'ob-88' }], startsAt: '2025-04-08T07:00:00Z', endsAt: '2025-04-08T08:00:00Z' };
    expect(await omring.does('joint-visits', { household, ...joint, occurredAt: '2025-04-04T08:00:00Z' })).toMatchObject(done);
    const circle = await omring.sees(household.householdId, '2025-04-05');
    expect(circle.visits.map(({ state }) => state)).toEqual(['joint', 'joint']);
    expect(alertsIn(circle)).not.toContain('A07');
  });

  it('a visit before there is a care file is refused, with the rule it breaks', async () => {
    const receipt = await partner('omring').does('visits', { household: { address: { postcode: '1611QC', houseNumber: 18 } }, visitId: 'x-1', startsAt: '2025-04-08T07:00:00Z', endsAt: '2025-04-08T07:30:00Z', professional: ilse, occurredAt: '2025-04-01T08:00:00Z' });
    expect(receipt.status).toBeGreaterThanOrEqual(400);
    expect(receipt.errors?.[0]?.rule).toBeDefined();
  });
});
