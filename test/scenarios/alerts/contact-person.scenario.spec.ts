import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startHub, type RunningHub } from '../../support/hub.ts';
import { hookMs } from '../story.ts';
import { clears, justBefore, raises } from './course.ts';
import { assigned, covered, ended, released, started, tells, workerOf } from '../tellings.ts';
import { households } from '../told-household.ts';

jest.setTimeout(hookMs);

/** "Binnen het buurtteam blijft er voor de bewoner of het gezin één aanspreekpunt die een vinger aan de pols houdt." */
describe('the alerts about the one face of a family', () => {
  let hub: RunningHub;
  let household: ReturnType<typeof households>;

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false', KRING_CLOCK: '2026-07-01T08:00:00Z' } });
    household = households(hub, 100);
  });
  afterAll(() => hub?.stop());

  it('A01 stands as soon as a second organisation is active and there is no contact person, and is urgent after five working days, of which King’s Day is none', async () => {
    const home = await household();
    await home.when(started('omring', '2026-04-23T09:00:00Z'), started('ons-stede-broec', '2026-04-23T11:00:00Z', { level: 'own-network' }), started('de-woonschakel', '2026-04-24T10:00:00Z'));
    await raises(home, { code: 'A01', since: '2026-04-24T10:00:00.000Z', actor: 'omring' });
    const severity = async (at: string) => (await home.standing('A01', at))[0]?.severity;
    expect([await severity('2026-05-04T21:59:59.999Z'), await severity('2026-05-04T22:00:00Z')]).toEqual(['warning', 'urgent']);
    await home.when(assigned('ons-stede-broec', '2026-05-06T09:00:00Z'));
    await clears(home, 'A01', '2026-05-06T09:00:00.000Z');
  });

  it('A01 begins anew when the contact person is released', async () => {
    const home = await household();
    await home.when(started('omring', '2026-04-20T09:00:00Z'), assigned('ons-stede-broec', '2026-04-21T09:00:00Z'), started('de-woonschakel', '2026-04-22T09:00:00Z'));
    expect(await home.standing('A01')).toEqual([]);
    await home.when(released('ons-stede-broec', '2026-06-01T09:00:00Z'));
    await raises(home, { code: 'A01', since: '2026-06-01T09:00:00.000Z', actor: 'omring' });
    await home.when(ended('de-woonschakel', '2026-06-02T09:00:00Z'));
    await clears(home, 'A01', '2026-06-02T09:00:00.000Z');
  });

  it('A02 stands while two organisations each have a contact person, and not where one replaces its own', async () => {
    const home = await household();
    await home.when(assigned('ons-stede-broec', '2026-05-06T09:00:00Z'), assigned('ons-stede-broec', '2026-05-07T09:00:00Z', { professional: { ...workerOf('ons-stede-broec'), id: 'osb-2' } }));
    expect(await home.standing('A02')).toEqual([]);
    await home.when(assigned('gemeente-stede-broec', '2026-05-08T09:00:00Z'));
    await raises(home, { code: 'A02', since: '2026-05-08T09:00:00.000Z', severity: 'urgent', actor: 'each-involved' });
    await home.when(released('ons-stede-broec', '2026-05-11T09:00:00Z'));
    await clears(home, 'A02', '2026-05-11T09:00:00.000Z');
    expect((await home.circle()).contactPerson?.organisation).toBe('gemeente-stede-broec');
  });

  it('A08 stands when four weeks went by without a finger on the pulse, summer time or not, or the day named at the last check', async () => {
    const home = await household();
    await home.when(assigned('ons-stede-broec', '2026-03-02T09:00:00Z'));
    await raises(home, { code: 'A08', since: '2026-03-30T22:00:00.000Z', actor: 'ons-stede-broec' });
    const check = (at: string, more = {}) => tells('ons-stede-broec', 'pulse-checks.recorded', at, { channel: 'phone', trend: 'stable', ...more });
    await home.when(check('2026-04-01T09:00:00Z', { nextDue: '2026-04-20' }));
    expect(await home.standing('A08', '2026-04-01T09:00:00Z')).toEqual([]);
    await raises(home, { code: 'A08', since: '2026-04-20T22:00:00.000Z', actor: 'ons-stede-broec' });
    await home.when(check('2026-06-15T09:00:00Z'));
    await clears(home, 'A08', '2026-06-15T09:00:00.000Z');
  });

  it('A09 stands when help ended and after ten working days no aftercare began, and again six weeks after the last contact', async () => {
    const home = await household();
    await home.when(started('omring', '2026-03-02T09:00:00Z'), assigned('ons-stede-broec', '2026-03-03T09:00:00Z'), ended('omring', '2026-04-23T09:00:00Z'));
    await raises(home, { code: 'A09', since: '2026-05-11T22:00:00.000Z', actor: 'ons-stede-broec' });
    await home.when(tells('ons-stede-broec', 'aftercare.started', '2026-05-12T09:00:00Z', { until: '2026-12-31' }));
    expect(await home.standing('A09', '2026-05-12T09:00:00Z')).toEqual([]);
    await raises(home, { code: 'A09', since: '2026-06-23T22:00:00.000Z', actor: 'ons-stede-broec' });
    await home.when(tells('ons-stede-broec', 'aftercare.contacted', '2026-06-25T09:00:00Z', { trend: 'improving' }));
    await clears(home, 'A09', '2026-06-25T09:00:00.000Z');
  });

  it('A09 is not for a household that never had a contact person', async () => {
    const home = await household();
    await home.when(started('omring', '2026-03-02T09:00:00Z'), ended('omring', '2026-04-23T09:00:00Z'));
    expect(await home.standing('A09')).toEqual([]);
  });

  it('A13 stands as soon as the contact person left without a hand-over, until another is assigned', async () => {
    const home = await household();
    await home.when(started('ons-stede-broec', '2026-03-02T09:00:00Z'), assigned('ons-stede-broec', '2026-03-03T09:00:00Z'), ended('ons-stede-broec', '2026-05-20T09:00:00Z'));
    await raises(home, { code: 'A13', since: '2026-05-20T09:00:00.000Z', severity: 'urgent', actor: 'ons-stede-broec' });
    await home.when(tells('ons-stede-broec', 'contact-persons.handed-over', '2026-05-22T09:00:00Z', {
      from: workerOf('ons-stede-broec'), to: workerOf('omring'), toOrganisation: 'omring', residentConsultedOn: '2026-05-21',
    }));
    await clears(home, 'A13', '2026-05-22T09:00:00.000Z');
    expect((await home.circle()).contactPerson).toMatchObject({ organisation: 'omring', professional: { id: 'omring-1' } });
  });

  it('A13 waits for as long as a colleague stands in, through the last day of the cover', async () => {
    const home = await household();
    await home.when(started('ons-stede-broec', '2026-03-02T09:00:00Z'), assigned('ons-stede-broec', '2026-03-03T09:00:00Z'));
    await home.when(covered('ons-stede-broec', '2026-05-19T09:00:00Z', '2026-06-05'), ended('ons-stede-broec', '2026-05-20T09:00:00Z'));
    await raises(home, { code: 'A13', since: '2026-06-05T22:00:00.000Z', severity: 'urgent', actor: 'ons-stede-broec' });
    await home.when(assigned('ons-stede-broec', '2026-06-08T09:00:00Z', { professional: { ...workerOf('ons-stede-broec'), id: 'osb-3' } }));
    await clears(home, 'A13', '2026-06-08T09:00:00.000Z');
  });

  it('A22 stands when for thirty days the others did not hear how it goes, and not while there are no others', async () => {
    const home = await household();
    await home.when(assigned('ons-stede-broec', '2026-03-02T09:00:00Z'));
    expect(await home.standing('A22')).toEqual([]);
    await home.when(started('omring', '2026-03-10T09:00:00Z'));
    await raises(home, { code: 'A22', since: '2026-04-01T22:00:00.000Z', actor: 'ons-stede-broec' });
    await home.when(tells('ons-stede-broec', 'partners.updated', '2026-06-15T09:00:00Z', { recipients: ['omring'], trend: 'stable' }));
    await clears(home, 'A22', '2026-06-15T09:00:00.000Z');
    expect(await home.standing('A22', justBefore('2026-07-15T22:00:00Z'))).toEqual([]);
    expect(await home.standing('A22', '2026-07-15T22:00:00Z')).toHaveLength(1);
  });
});
