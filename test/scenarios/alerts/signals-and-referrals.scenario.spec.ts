import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startHub, type RunningHub } from '../../support/hub.ts';
import { hookMs } from '../story.ts';
import { clears, justBefore, raises } from './course.ts';
import { answered, assigned, ended, explored, forwarded, referred, signalled, started, tells } from '../tellings.ts';
import { households } from '../told-household.ts';

jest.setTimeout(hookMs);

/** "De signaleringsfunctie is belangrijk", and "als deze ondersteuning nodig is, dan is het de bedoeling dat mensen die in maximaal twee stappen krijgen". */
describe('the alerts about signals and referrals', () => {
  let hub: RunningHub;
  let household: ReturnType<typeof households>;

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false', KRING_CLOCK: '2026-07-01T08:00:00Z' } });
    household = households(hub, 200);
  });
  afterAll(() => hub?.stop());

  it.each([
    { urgency: 'urgent', since: '2026-04-07T22:00:00.000Z', severity: 'urgent' as const },
    { urgency: 'normal', since: '2026-04-13T22:00:00.000Z' },
    { urgency: 'low', since: '2026-04-20T22:00:00.000Z' },
  ])('A04 waits as many working days as a signal of its urgency may wait, Easter left out: $urgency', async ({ urgency, ...expected }) => {
    const home = await household();
    await home.when(started('omring', '2026-04-01T09:00:00Z'), signalled('de-woonschakel', '2026-04-02T10:00:00Z', { urgency, addressedTo: 'ons-stede-broec' }));
    await raises(home, { code: 'A04', actor: 'ons-stede-broec', ...expected });
    expect((await home.circle()).signals).toMatchObject([{ state: 'open', dueBy: expected.since }]);
    await home.when(answered('ons-stede-broec', '2026-05-01T09:00:00Z'));
    await clears(home, 'A04', '2026-05-01T09:00:00.000Z');
  });

  it('A04 ends at midnight in Amsterdam, before and after the clocks change', async () => {
    const [before, over] = [await household(), await household()];
    await before.when(started('omring', '2026-03-01T09:00:00Z'), signalled('omring', '2026-03-26T10:00:00Z', { urgency: 'urgent' }));
    await raises(before, { code: 'A04', since: '2026-03-27T23:00:00.000Z', severity: 'urgent', actor: 'gemeente-stede-broec' });
    await over.when(started('omring', '2026-03-01T09:00:00Z'), signalled('omring', '2026-03-27T10:00:00Z', { urgency: 'urgent' }));
    await raises(over, { code: 'A04', since: '2026-03-30T22:00:00.000Z', severity: 'urgent', actor: 'gemeente-stede-broec' });
  });

  it('A04 starts anew when the signal is forwarded, once', async () => {
    const home = await household();
    await home.when(started('omring', '2026-04-01T09:00:00Z'), signalled('de-woonschakel', '2026-04-02T10:00:00Z', { addressedTo: 'ons-stede-broec' }));
    await home.when(forwarded('ons-stede-broec', '2026-04-08T09:00:00Z', 'gemeente-stede-broec'));
    await raises(home, { code: 'A04', since: '2026-04-15T22:00:00.000Z', actor: 'gemeente-stede-broec' });
    await home.when(forwarded('gemeente-stede-broec', '2026-04-10T09:00:00Z', 'omring'));
    await raises(home, { code: 'A04', since: '2026-04-15T22:00:00.000Z', actor: 'omring' });
  });

  it('A05 stands from the referral that is one step too many, until the chain is completed', async () => {
    const home = await household('de-lariks');
    await home.when(explored('noordermaat', '2026-03-02T09:00:00Z'));
    await home.when(referred('noordermaat', '2026-03-03T09:00:00Z', 'mee-drenthe'), referred('mee-drenthe', '2026-03-17T09:00:00Z', 'huisarts-de-lariks'));
    expect(await home.standing('A05')).toEqual([]);
    await home.when(referred('huisarts-de-lariks', '2026-04-01T09:00:00Z', 'noordermaat'));
    await raises(home, { code: 'A05', since: '2026-04-01T09:00:00.000Z', actor: 'huisarts-de-lariks' });
    await home.when(tells('noordermaat', 'referrals.completed', '2026-05-01T09:00:00Z', { referralId: 'r-noordermaat' }));
    await clears(home, 'A05', '2026-05-01T09:00:00.000Z');
  });

  it('A05 does not count a referral that was rejected, nor one back to who asked it', async () => {
    const home = await household('de-lariks');
    await home.when(referred('noordermaat', '2026-03-03T09:00:00Z', 'mee-drenthe'), tells('mee-drenthe', 'referrals.rejected', '2026-03-04T09:00:00Z', { referralId: 'r-mee-drenthe', reason: 'capacity' }));
    await home.when(referred('noordermaat', '2026-03-05T09:00:00Z', 'huisarts-de-lariks'), referred('huisarts-de-lariks', '2026-03-06T09:00:00Z', 'gemeente-assen'));
    expect((await home.circle()).referralChains).toMatchObject([{ stepCount: 2 }]);
    expect(await home.standing('A05')).toEqual([]);
  });

  it('A06 stands when a referral is not accepted in five working days, and when it does not start in ten, Ascension and Whit Monday left out', async () => {
    const home = await household('de-lariks');
    await home.when(referred('noordermaat', '2026-05-11T09:00:00Z', 'mee-drenthe'));
    await raises(home, { code: 'A06', since: '2026-05-19T22:00:00.000Z', actor: 'mee-drenthe' });
    await home.when(tells('mee-drenthe', 'referrals.accepted', '2026-05-20T09:00:00Z', { referralId: 'r-mee-drenthe' }));
    expect(await home.standing('A06', '2026-05-20T09:00:00Z')).toEqual([]);
    await raises(home, { code: 'A06', since: '2026-06-04T22:00:00.000Z', actor: 'mee-drenthe' });
    await home.when(tells('mee-drenthe', 'referrals.started', '2026-06-08T09:00:00Z', { referralId: 'r-mee-drenthe' }));
    await clears(home, 'A06', '2026-06-08T09:00:00.000Z');
  });

  it('A14 stands from a referral, or from specialist help, before own strength was explored', async () => {
    const [referral, specialist] = [await household('de-lariks'), await household('de-lariks')];
    await referral.when(referred('noordermaat', '2026-03-03T09:00:00Z', 'mee-drenthe'));
    await raises(referral, { code: 'A14', since: '2026-03-03T09:00:00.000Z', actor: 'each-involved' });
    await referral.when(explored('noordermaat', '2026-03-09T09:00:00Z'));
    await clears(referral, 'A14', '2026-03-09T09:00:00.000Z');
    await specialist.when(assigned('gemeente-assen', '2026-03-01T09:00:00Z'), started('mee-drenthe', '2026-03-03T09:00:00Z', { level: 'district-team' }));
    expect(await specialist.standing('A14')).toEqual([]);
    await specialist.when(tells('mee-drenthe', 'involvements.changed', '2026-03-10T09:00:00Z', { involvementId: 'mee-drenthe-i', level: 'specialist' }));
    await raises(specialist, { code: 'A14', since: '2026-03-10T09:00:00.000Z', actor: 'gemeente-assen' });
    await specialist.when(ended('mee-drenthe', '2026-03-24T09:00:00Z'));
    await clears(specialist, 'A14', '2026-03-24T09:00:00.000Z');
  });

  it('A14 does not stand where own strength was explored first', async () => {
    const home = await household('de-lariks');
    await home.when(explored('noordermaat', '2026-03-02T09:00:00Z'), referred('noordermaat', '2026-03-03T09:00:00Z', 'mee-drenthe'));
    expect(await home.standing('A14')).toEqual([]);
  });

  it('A18 stands when a signal was answered and after five working days its reporter does not know', async () => {
    const home = await household();
    await home.when(started('omring', '2026-04-01T09:00:00Z'), signalled('de-woonschakel', '2026-04-22T10:00:00Z', { addressedTo: 'ons-stede-broec' }), answered('ons-stede-broec', '2026-04-24T10:00:00Z'));
    await raises(home, { code: 'A18', since: '2026-05-04T22:00:00.000Z', actor: 'ons-stede-broec' });
    await home.when(tells('ons-stede-broec', 'signals.reporter-informed', '2026-05-06T09:00:00Z', { signalId: 's-1' }));
    await clears(home, 'A18', '2026-05-06T09:00:00.000Z');
    expect(await home.standing('A04')).toEqual([]);
  });

  it('A21 stands while there is a signal and nobody who supports or helps, until a neighbour does', async () => {
    const home = await household();
    await home.when(signalled('de-woonschakel', '2026-05-06T10:00:00Z', { kind: 'neglect', addressedTo: 'ons-stede-broec' }));
    await raises(home, { code: 'A21', since: '2026-05-06T10:00:00.000Z', actor: 'ons-stede-broec' });
    await home.when(tells('ons-stede-broec', 'supporters.added', '2026-05-08T09:00:00Z', { supporterId: 'b-1', kind: 'neighbour', label: 'buurvrouw Ans', agreed: true }));
    await clears(home, 'A21', '2026-05-08T09:00:00.000Z');
    await home.when(tells('ons-stede-broec', 'supporters.removed', '2026-06-08T09:00:00Z', { supporterId: 'b-1' }));
    expect(await home.standing('A21', justBefore('2026-06-08T09:00:00Z'))).toEqual([]);
    await raises(home, { code: 'A21', since: '2026-06-08T09:00:00.000Z', actor: 'ons-stede-broec' });
  });
});
