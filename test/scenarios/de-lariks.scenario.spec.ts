import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { alertsIn, given, hookMs, organisationsIn } from './story.ts';

/**
 * "… voorkomen dat meerdere hulpverleners bij iemand over de vloer komen zonder dat ze dat van elkaar weten", support "in maximaal
 * twee stappen", and "één aanspreekpunt die een vinger aan de pols houdt". Told by the files that back offices upload.
 */
describe('De Lariks, as the back offices tell it', () => {
  let hub: RunningHub;
  let story: ReturnType<typeof given>;
  let household: string;
  const partner = (code: string) => story.partner(code);

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false' } });
    story = given(hub);
  }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  it('the gemeente registers a mother and her child', async () => {
    const answer = await partner('gemeente-assen').sends('de-lariks.1.gemeente-assen.ndjson');
    expect(answer).toMatchObject({ accepted: 1, duplicates: 0, rejected: 0 });
    household = await partner('gemeente-assen').finds({ bsn: '999971001' });
    const circle = await partner('gemeente-assen').sees(household, '2025-01-07');
    expect(circle).toMatchObject({ state: 'registered', region: 'assen', area: 'de-lariks', contactPerson: null, involvements: [] });
    expect(circle.members.map(({ name, relation }) => [name, relation])).toEqual([['Rianne Oosting', 'head'], ['Jip Oosting', 'child']]);
  });

  it("Noordermaat's social worker comes; its upload holds a line twice, a broken one and one that is late, and nothing of it is lost or doubled", async () => {
    const answer = await partner('noordermaat').sends('de-lariks.2.noordermaat.ndjson');
    expect(answer).toMatchObject({ accepted: 4, duplicates: 1, rejected: 1 });
    expect(answer.results.find(({ status }) => status === 'rejected')?.problem?.errors?.[0]?.rule).toBe('not-json');
    const circle = await partner('noordermaat').sees(household, '2025-03-01');
    expect(organisationsIn(circle)).toEqual(['noordermaat']);
    expect(circle.supporters).toMatchObject([{ kind: 'neighbour', since: '2025-01-20T10:00:00Z' }]);
    expect(circle.ownStrength).toMatchObject({ explored: true, together: true, result: 'support-needed' });
    expect(alertsIn(circle)).not.toContain('A01');
  });

  it("MEE's client supporter comes too, for the child, and neither knows of the other: nobody is the contact person", async () => {
    await partner('mee-drenthe').sends('de-lariks.3.mee-drenthe.ndjson');
    const circle = await partner('noordermaat').sees(household, '2025-03-18');
    expect(organisationsIn(circle)).toEqual(['mee-drenthe', 'noordermaat']);
    expect(circle.contactPerson).toBeNull();
    expect(circle.alerts.find(({ code }) => code === 'A01')).toMatchObject({ name: 'no-contact-person', severity: 'warning', since: '2025-03-17T10:00:00.000Z' });
  });

  it('each of them now reads that the other is there, and still sees what it knew at the time', async () => {
    for (const code of ['noordermaat', 'mee-drenthe']) expect(organisationsIn(await partner(code).sees(household, '2025-03-18'))).toHaveLength(2);
    expect(organisationsIn(await partner('noordermaat').sees(household, '2025-03-10'))).toEqual(['noordermaat']);
  });

  it('after five working days without a contact person it becomes urgent', async () => {
    const severity = async (day: string) => (await partner('gemeente-assen').sees(household, day)).alerts.find(({ code }) => code === 'A01')?.severity;
    expect(await severity('2025-03-24')).toBe('warning');
    expect(await severity('2025-03-25')).toBe('urgent');
  });

  it('the gemeente gives the family a contact person, and the alert is gone', async () => {
    await partner('gemeente-assen').sends('de-lariks.4.gemeente-assen.ndjson');
    const circle = await partner('mee-drenthe').sees(household, '2025-04-02');
    expect(circle.contactPerson).toMatchObject({ organisation: 'gemeente-assen', professional: { name: 'Hilde Meursing', role: 'wmo-consultant' }, residentPreferred: true });
    expect(alertsIn(circle)).not.toContain('A01');
    expect(alertsIn(await partner('mee-drenthe').sees(household, '2025-03-31'))).toContain('A01');
  });

  it('help is found in two steps, as it should; a third one is flagged', async () => {
    await partner('noordermaat').sends('de-lariks.5.referrals.noordermaat.ndjson');
    await partner('mee-drenthe').sends('de-lariks.6.referrals.mee-drenthe.ndjson');
    await partner('huisarts-de-lariks').sends('de-lariks.7.referrals.huisarts-de-lariks.ndjson');
    const afterTwo = await partner('gemeente-assen').sees(household, '2025-06-04');
    expect(afterTwo.referralChains).toMatchObject([{ chainId: 'oosting-1', stepCount: 2 }]);
    expect(alertsIn(afterTwo)).not.toContain('A05');
    const afterThree = await partner('gemeente-assen').sees(household, '2025-06-06');
    expect(afterThree.referralChains[0]?.stepCount).toBe(3);
    expect(afterThree.referralChains[0]?.steps.map(({ to }) => to)).toEqual(['mee-drenthe', 'huisarts-de-lariks', 'gemeente-assen']);
    expect(afterThree.alerts.find(({ code }) => code === 'A05')).toMatchObject({ name: 'referral-too-long', since: '2025-06-05T09:00:00.000Z' });
  });

  it('the contact person keeps a finger on the pulse, and everyone involved can read how it goes', async () => {
    await partner('gemeente-assen').sends('de-lariks.8.pulse.gemeente-assen.ndjson');
    const pulse = async (day: string) => (await partner('noordermaat').sees(household, day)).contactPerson?.lastPulseCheck;
    expect(await pulse('2025-04-30')).toMatchObject({ trend: 'worsening' });
    expect(await pulse('2025-06-18')).toMatchObject({ trend: 'improving', nextDue: '2025-07-15' });
  });

  it('whoever is not involved is told nothing, not even that there is such a family', async () => {
    expect(await partner('omring').isTold(household)).toBe(404);
    expect(await story.person('vrijwilliger@noordermaat').isTold(household)).toBe(404);
  });

  it('uploading everything once more changes nothing', async () => {
    const before = await partner('gemeente-assen').sees(household, '2025-06-18');
    const again = await partner('noordermaat').sends('de-lariks.2.noordermaat.ndjson');
    expect(again).toMatchObject({ accepted: 0, duplicates: 5, rejected: 1 });
    expect({ ...(await partner('gemeente-assen').sees(household, '2025-06-18')), knownAt: before.knownAt, position: before.position }).toEqual(before);
  });
});
