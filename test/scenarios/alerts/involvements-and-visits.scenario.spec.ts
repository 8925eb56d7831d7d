import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startHub, type RunningHub } from '../../support/hub.ts';
import { eventually, hookMs } from '../story.ts';
import { clears, justBefore, raises } from './course.ts';
import { confirmed, ended, started, tells, visits } from '../tellings.ts';
import { households, type ToldHousehold } from '../told-household.ts';

jest.setTimeout(hookMs);

/** "… voorkomen dat meerdere hulpverleners bij iemand over de vloer komen zonder dat ze dat van elkaar weten", and without the resident knowing. */
describe('the alerts about involvements and visits', () => {
  let hub: RunningHub;
  let household: ReturnType<typeof households>;

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false', KRING_CLOCK: '2026-07-01T08:00:00Z' } });
    household = households(hub, 300);
  });
  afterAll(() => hub?.stop());

  it('A03 stands when an organisation does not acknowledge a match in five working days, and is urgent when after ten nobody coordinates', async () => {
    const home = await household();
    await home.when(started('omring', '2026-05-04T09:00:00Z'), started('de-woonschakel', '2026-05-06T09:00:00Z'));
    const matchId = await matchOf(home);
    const [unanswered, uncoordinated] = ['2026-07-08T22:00:00.000Z', '2026-07-15T22:00:00.000Z'];
    expect(await home.standing('A03', justBefore(unanswered))).toEqual([]);
    expect(await home.standing('A03', unanswered)).toMatchObject([{ since: unanswered, severity: 'warning', actor: 'each-involved' }]);
    await home.when(tells('omring', 'matches.acknowledged', '2026-07-01T09:00:00Z', { matchId }));
    expect(await home.standing('A03', unanswered)).toMatchObject([{ since: unanswered, actor: 'de-woonschakel' }]);
    await home.when(tells('de-woonschakel', 'matches.acknowledged', '2026-07-01T10:00:00Z', { matchId }));
    expect(await home.standing('A03', justBefore(uncoordinated))).toEqual([]);
    expect(await home.standing('A03', uncoordinated)).toMatchObject([{ since: uncoordinated, severity: 'urgent', actor: 'each-involved' }]);
    await home.when(tells('omring', 'matches.coordination-agreed', '2026-07-01T11:00:00Z', { matchId, owner: { id: 'omring-1', name: 'Ilse Ruiter', role: 'district-nurse' } }));
    expect(await home.standing('A03', uncoordinated)).toEqual([]);
    expect((await home.circle('2026-07-02')).matches).toMatchObject([{ matchId, state: 'agreed', acknowledgedBy: ['omring', 'de-woonschakel'] }]);
  });

  /** The hub detects by itself that two organisations are involved at once. */
  const matchOf = ({ circle }: ToldHousehold): Promise<string> => eventually(async () => (await circle('2026-07-02')).matches[0]?.matchId);

  const morning = (hour: string): string => `2026-06-09T${hour}:00Z`;

  it('A07 stands for visits that start within the hour of each other, and not for one that starts a minute later', async () => {
    const home = await household();
    await home.when(visits('omring', '2026-06-01T09:00:00Z', morning('07:00'), morning('07:30')), visits('de-woonschakel', '2026-06-02T09:00:00Z', morning('08:01'), morning('08:30')));
    expect(await home.standing('A07', '2026-06-03')).toEqual([]);
    await home.when(tells('de-woonschakel', 'visits.rescheduled', '2026-06-03T09:00:00Z', { visitId: 'v-de-woonschakel', startsAt: morning('08:00'), endsAt: morning('08:30') }));
    expect(await home.standing('A07', '2026-06-03T09:00:00Z')).toMatchObject([{ since: '2026-06-03T09:00:00.000Z', severity: 'warning', actor: 'each-involved', organisations: ['omring', 'de-woonschakel'] }]);
    await home.when(tells('omring', 'visits.joint-agreed', '2026-06-04T09:00:00Z', {
      visitIds: [{ organisation: 'omring', visitId: 'v-omring' }, { organisation: 'de-woonschakel', visitId: 'v-de-woonschakel' }], startsAt: morning('08:00'), endsAt: morning('08:30'),
    }));
    await clears(home, 'A07', '2026-06-04T09:00:00.000Z');
  });

  it('A07 stands for three organisations on one day in Amsterdam, though hours apart, and not when one of them comes after midnight', async () => {
    const home = await household();
    await home.when(visits('omring', '2026-06-01T09:00:00Z', morning('07:00'), morning('07:30')), visits('de-woonschakel', '2026-06-01T10:00:00Z', morning('12:00'), morning('12:30')));
    await home.when(visits('ons-stede-broec', '2026-06-02T09:00:00Z', morning('22:00'), morning('22:30')));
    expect(await home.standing('A07', '2026-06-03')).toEqual([]);
    await home.when(tells('ons-stede-broec', 'visits.rescheduled', '2026-06-03T09:00:00Z', { visitId: 'v-ons-stede-broec', startsAt: '2026-06-08T22:00:00Z', endsAt: '2026-06-08T22:30:00Z' }));
    expect(await home.standing('A07', '2026-06-03T09:00:00Z')).toMatchObject([{ since: '2026-06-03T09:00:00.000Z' }]);
    await home.when(tells('omring', 'visits.cancelled', '2026-06-04T09:00:00Z', { visitId: 'v-omring' }));
    await clears(home, 'A07', '2026-06-04T09:00:00.000Z');
  });

  it('A07 is on the worklist while the visits are still to come', async () => {
    const home = await household();
    const tomorrow = (hour: string): string => `2026-07-02T${hour}:00Z`;
    await home.when(visits('omring', '2026-06-30T09:00:00Z', tomorrow('07:00'), tomorrow('08:00')), visits('de-woonschakel', '2026-06-30T10:00:00Z', tomorrow('07:45'), tomorrow('08:30')));
    await raises(home, { code: 'A07', since: '2026-06-30T10:00:00.000Z', actor: 'each-involved' });
    expect(await home.standing('A07', tomorrow('07:59'))).toHaveLength(1);
    expect(await home.standing('A07', tomorrow('08:30'))).toEqual([]);
  });

  it('A10 stands when an organisation said nothing for 183 days, and the involvement is stale, until it is confirmed', async () => {
    const home = await household();
    await home.when(started('omring', '2025-11-03T09:00:00Z'));
    await raises(home, { code: 'A10', since: '2026-05-05T22:00:00.000Z', actor: 'omring' });
    expect((await home.circle()).involvements).toMatchObject([{ state: 'stale', until: null }]);
    await home.when(confirmed('omring', '2026-06-01T09:00:00Z'));
    await clears(home, 'A10', '2026-06-01T09:00:00.000Z');
    expect((await home.circle()).involvements).toMatchObject([{ state: 'active', lastConfirmed: '2026-06-01T09:00:00Z' }]);
  });

  it('A11 stands when two weeks after the start the resident was not told, until that is done or lawfully deferred', async () => {
    const [told, deferred] = [await household(), await household()];
    for (const home of [told, deferred]) {
      await home.when(started('omring', '2026-03-16T09:00:00Z'));
      await raises(home, { code: 'A11', since: '2026-03-30T22:00:00.000Z', actor: 'omring' });
    }
    await told.when(tells('omring', 'residents.informed', '2026-04-08T09:00:00Z', { about: 'involvement' }));
    await clears(told, 'A11', '2026-04-08T09:00:00.000Z');
    await deferred.when(tells('omring', 'residents.informed', '2026-04-09T09:00:00Z', { about: 'involvement', deferredReason: 'veiligheid van een kind' }));
    await clears(deferred, 'A11', '2026-04-09T09:00:00.000Z');
  });

  it('A12 stands from the end of the day that the consent expires, until there is another basis', async () => {
    const home = await household();
    await home.when(tells('omring', 'consents.given', '2026-03-02T09:00:00Z', { scope: 'share-involvement', expiresOn: '2026-05-14' }), started('omring', '2026-03-02T10:00:00Z', { legalBasis: 'consent' }));
    await raises(home, { code: 'A12', since: '2026-05-14T22:00:00.000Z', severity: 'urgent', actor: 'omring' });
    await home.when(confirmed('omring', '2026-05-18T09:00:00Z', { legalBasis: 'zvw' }));
    await clears(home, 'A12', '2026-05-18T09:00:00.000Z');
  });

  it('A12 stands as soon as the consent is withdrawn, until the involvement ends', async () => {
    const home = await household();
    await home.when(tells('omring', 'consents.given', '2026-03-02T09:00:00Z', { scope: 'share-involvement' }), started('omring', '2026-03-02T10:00:00Z', { legalBasis: 'consent' }));
    await home.when(tells('omring', 'consents.withdrawn', '2026-05-06T09:00:00Z', { scope: 'share-involvement' }));
    await raises(home, { code: 'A12', since: '2026-05-06T09:00:00.000Z', severity: 'urgent', actor: 'omring' });
    await home.when(ended('omring', '2026-05-07T09:00:00Z'));
    await clears(home, 'A12', '2026-05-07T09:00:00.000Z');
  });

  it('A12 stands for everyone who rests on a consent when the gemeente hears that the resident withdraws it, told of before or not', async () => {
    const home = await household();
    await home.when(tells('omring', 'consents.given', '2026-03-02T09:00:00Z', { scope: 'share-involvement' }), started('omring', '2026-03-02T10:00:00Z', { legalBasis: 'consent' }));
    await home.when(started('ons-stede-broec', '2026-03-03T10:00:00Z', { legalBasis: 'consent' }), started('de-woonschakel', '2026-03-04T10:00:00Z', { legalBasis: 'huurrecht' }));
    await home.when(tells('gemeente-stede-broec', 'consents.withdrawn', '2026-05-06T09:00:00Z', { scope: 'share-involvement' }));
    expect(await home.standing('A12', justBefore('2026-05-06T09:00:00Z'))).toEqual([]);
    expect((await home.standing('A12')).map(({ actor, since }) => [actor, since])).toEqual([['omring', '2026-05-06T09:00:00.000Z'], ['ons-stede-broec', '2026-05-06T09:00:00.000Z']]);
  });

  it('A24 stands a calendar month after an involvement was contested, also where that month is shorter', async () => {
    const home = await household();
    await home.when(started('omring', '2026-01-12T09:00:00Z'), tells('gemeente-stede-broec', 'involvements.contested', '2026-01-31T09:00:00Z', { involvementId: 'omring-i' }));
    expect((await home.circle('2026-02-01')).involvements).toMatchObject([{ state: 'contested' }]);
    await raises(home, { code: 'A24', since: '2026-02-28T23:00:00.000Z', actor: 'omring' });
    await home.when(confirmed('omring', '2026-03-10T09:00:00Z'));
    await clears(home, 'A24', '2026-03-10T09:00:00.000Z');
  });

  it('A24 stands a calendar month after an objection, until the gemeente decides', async () => {
    const home = await household();
    await home.when(started('omring', '2026-01-12T09:00:00Z'), tells('gemeente-stede-broec', 'objections.raised', '2026-03-31T09:00:00Z', { objectionId: 'o-1', scope: 'share-involvement' }));
    await raises(home, { code: 'A24', since: '2026-04-30T22:00:00.000Z', actor: 'gemeente-stede-broec' });
    await home.when(tells('gemeente-stede-broec', 'objections.decided', '2026-05-04T09:00:00Z', { objectionId: 'o-1', upheld: true }));
    await clears(home, 'A24', '2026-05-04T09:00:00.000Z');
  });
});
