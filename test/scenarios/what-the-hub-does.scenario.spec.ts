import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Circle } from '@kring/contracts';
import { startHub, type RunningHub } from '../support/hub.ts';
import { eventually, given, hookMs } from './story.ts';
import { started, tells } from './tellings.ts';
import { households, type ToldHousehold } from './told-household.ts';

jest.setTimeout(hookMs);

const nanda = { id: 'nm-1', name: 'Nanda Wiersma', role: 'social-worker' };
const tamara = { id: 'mee-1', name: 'Tamara Dijk', role: 'client-supporter' };
const hilde = { id: 'ga-1', name: 'Hilde Meursing', role: 'wmo-consultant' };
const koen = { id: 'ga-2', name: 'Koen Prins', role: 'wmo-consultant' };

/** "… zonder dat ze dat van elkaar weten": the hub notices by itself, tells each of the other, and asks who keeps the whole together. */
describe('what the hub does by itself in De Lariks', () => {
  let hub: RunningHub;
  let household: ReturnType<typeof households>;
  const partner = (code: string) => given(hub).partner(code);
  const done = { status: 200 };

  const until = (home: ToldHousehold, holds: (circle: Circle) => boolean): Promise<Circle> =>
    eventually(async () => {
      const circle = await home.circle();
      return holds(circle) && circle;
    });

  const proposalsFor = async ({ id }: ToldHousehold): Promise<number> => {
    const answer = await partner('gemeente-assen').ask(`/v1/households/${id}/timeline?limit=500`);
    const { entries } = (await answer.json()) as { entries: { type: string }[] };
    return entries.filter(({ type }) => type === 'nl.kring.contact-persons.proposed.v1').length;
  };

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false', KRING_CLOCK: '2026-04-24T09:00:00Z' } });
    household = households(hub, 700);
  });
  afterAll(() => hub?.stop());

  describe('when two organisations are involved at once', () => {
    let home: ToldHousehold;
    let matchId: string;
    const named = () => ({ household: { householdId: home.id }, matchId });
    const matchSeenBy = async (code: string) => (await home.seenBy(code)).matches.at(-1);

    it('it detects the match, and each is told that the other is there, and not why', async () => {
      home = await household('de-lariks');
      await home.when(started('noordermaat', '2026-04-20T09:00:00Z', { professional: nanda }), started('mee-drenthe', '2026-04-22T09:00:00Z', { professional: tamara, domain: 'disability' }));
      const { matches } = await until(home, ({ matches: { length } }) => length > 0);
      expect(matches).toMatchObject([{ state: 'detected', acknowledgedBy: [] }]);
      matchId = matches[0]?.matchId ?? '';
      for (const code of ['noordermaat', 'mee-drenthe']) {
        const match = await matchSeenBy(code);
        expect([...(match?.organisations ?? [])].sort()).toEqual(['mee-drenthe', 'noordermaat']);
        expect(Object.keys(match ?? {}).sort()).toEqual(['acknowledgedBy', 'because', 'detectedAt', 'matchId', 'organisations', 'outcome', 'owner', 'state']);
      }
    });

    it('it is acknowledged by each of them, and only then is it known to both', async () => {
      expect(await partner('noordermaat').does('match-acknowledgements', named())).toMatchObject(done);
      expect((await until(home, ({ matches }) => matches[0]?.acknowledgedBy.length === 1)).matches[0]?.state).toBe('detected');
      expect(await partner('mee-drenthe').does('match-acknowledgements', named())).toMatchObject(done);
      expect((await until(home, ({ matches }) => matches[0]?.acknowledgedBy.length === 2)).matches[0]?.state).toBe('acknowledged');
    });

    it('they agree who keeps the whole together, and close it with its outcome', async () => {
      expect(await partner('mee-drenthe').does('coordination-agreements', { ...named(), owner: nanda })).toMatchObject(done);
      expect((await until(home, ({ matches }) => matches[0]?.state === 'agreed')).matches[0]?.owner).toMatchObject({ name: 'Nanda Wiersma' });
      expect(await partner('noordermaat').does('match-closures', { ...named(), outcome: 'one-plan' })).toMatchObject(done);
      expect((await until(home, ({ matches }) => matches[0]?.state === 'closed')).matches).toMatchObject([{ outcome: 'one-plan' }]);
      expect(await partner('mee-drenthe').does('match-closures', { ...named(), outcome: 'one-plan' })).toMatchObject(done);
    });

    it('a third that comes later opens a new match with all of them', async () => {
      await home.when(started('huisarts-de-lariks', '2026-04-24T08:00:00Z', { domain: 'health' }));
      const { matches } = await until(home, ({ matches: { length } }) => length > 1);
      expect(matches.map(({ state }) => state)).toEqual(['closed', 'detected']);
      expect([...(matches[1]?.organisations ?? [])].sort()).toEqual(['huisarts-de-lariks', 'mee-drenthe', 'noordermaat']);
    });

    it('a fourth joins the open match, and one that is hidden takes no part', async () => {
      await home.when(started('omring', '2026-04-24T08:10:00Z', { domain: 'mental-health', sensitivity: 'hidden' }));
      await home.when(started('gemeente-assen', '2026-04-24T08:20:00Z', { professional: hilde, domain: 'care' }));
      const { matches } = await until(home, (circle) => circle.matches[1]?.organisations.includes('gemeente-assen') ?? false);
      expect(matches).toHaveLength(2);
      expect([...(matches[1]?.organisations ?? [])].sort()).toEqual(['gemeente-assen', 'huisarts-de-lariks', 'mee-drenthe', 'noordermaat']);
    });
  });

  describe('when a family has no face', () => {
    let home: ToldHousehold;
    const about = () => ({ household: { householdId: home.id } });

    it('it proposes one, once', async () => {
      home = await household('de-lariks');
      await home.when(started('noordermaat', '2026-04-20T09:00:00Z', { professional: nanda }), started('mee-drenthe', '2026-04-22T09:00:00Z', { professional: tamara }));
      await eventually(async () => (await proposalsFor(home)) > 0);
      expect(await proposalsFor(home)).toBe(1);
      expect((await home.circle()).contactPerson).toBeNull();
    });

    it('the gemeente assigns; a colleague stands in; it is handed over in consultation with the resident', async () => {
      const gemeente = partner('gemeente-assen');
      expect(await gemeente.does('contact-persons', { ...about(), professional: hilde, residentPreferred: true })).toMatchObject(done);
      expect(await gemeente.does('contact-person-covers', { ...about(), professional: koen, until: '2026-05-08' })).toMatchObject(done);
      expect((await until(home, ({ contactPerson }) => Boolean(contactPerson?.cover))).contactPerson?.cover).toMatchObject({ until: '2026-05-08', professional: { name: 'Koen Prins' } });
      const handOver = { ...about(), from: hilde, to: koen };
      expect(await gemeente.does('contact-person-handovers', handOver)).toMatchObject({ errors: [{ rule: 'resident-not-consulted' }] });
      expect(await gemeente.does('contact-person-handovers', { ...handOver, residentConsultedOn: '2026-04-23' })).toMatchObject(done);
      expect((await until(home, ({ contactPerson }) => contactPerson?.professional.id === koen.id)).contactPerson).toMatchObject({ cover: null });
    });

    it('the face of the family has a finger on the pulse, keeps the others informed, and looks back when help has ended', async () => {
      const gemeente = partner('gemeente-assen');
      expect(await gemeente.does('pulse-checks', { ...about(), channel: 'visit', trend: 'improving' })).toMatchObject(done);
      expect(await gemeente.does('partner-updates', { ...about(), recipients: ['noordermaat', 'mee-drenthe'], trend: 'improving' })).toMatchObject(done);
      expect(await gemeente.does('aftercares', { ...about(), until: '2026-10-01' })).toMatchObject(done);
      expect(await gemeente.does('aftercare-contacts', { ...about(), trend: 'stable' })).toMatchObject(done);
      expect(await gemeente.does('aftercare-closures', about())).toMatchObject(done);
      const circle = await until(home, ({ aftercare }) => aftercare?.closedAt !== null && aftercare !== null);
      expect(circle.contactPerson?.lastPulseCheck).toMatchObject({ trend: 'improving', channel: 'visit' });
      expect(circle.aftercare).toMatchObject({ organisation: 'gemeente-assen', trend: 'stable' });
    });

    it('left without a hand-over, it proposes again', async () => {
      expect(await partner('gemeente-assen').does('contact-person-releases', { ...about(), reason: 'andere baan' })).toMatchObject(done);
      await eventually(async () => (await proposalsFor(home)) === 2);
      expect(await home.standing('A01')).toHaveLength(1);
    });
  });

  it('asks a takeover only in consultation, and only of another, and the contact person changes with it', async () => {
    const home = await household('de-lariks');
    const about = { household: { householdId: home.id }, takeoverId: 'o-1' };
    await home.when(tells('noordermaat', 'contact-persons.assigned', '2026-04-20T09:00:00Z', { professional: nanda, residentPreferred: true }), started('mee-drenthe', '2026-04-22T09:00:00Z'));
    expect(await partner('noordermaat').does('takeovers', { ...about, to: 'mee-drenthe' })).toMatchObject({ status: 409, errors: [{ rule: 'resident-not-consulted' }] });
    expect(await partner('noordermaat').does('takeovers', { ...about, to: 'mee-drenthe', residentConsultedOn: '2026-04-30' })).toMatchObject({ status: 400, errors: [{ rule: 'resident-consulted-in-the-future' }] });
    expect(await partner('noordermaat').does('takeovers', { ...about, to: 'mee-drenthe', residentConsultedOn: '2026-04-23' })).toMatchObject(done);
    expect(await partner('mee-drenthe').does('takeover-acceptances', { ...about, professional: tamara })).toMatchObject(done);
    expect((await until(home, ({ contactPerson }) => contactPerson?.organisation === 'mee-drenthe')).alerts.filter(({ code }) => code === 'A02')).toEqual([]);
  });

  it('takes questions, problems, ideas, concerns and initiatives, and nothing else', async () => {
    const home = await household('de-lariks');
    const ask = (kind: string) => partner('noordermaat').does('questions', { household: { householdId: home.id }, questionId: `v-${kind}`, kind, about: 'neighbourhood', initiatedBy: 'resident' });
    for (const kind of ['question', 'problem', 'idea', 'concern', 'initiative']) expect(await ask(kind)).toMatchObject(done);
    expect((await ask('complaint')).status).toBe(400);
    expect((await until(home, ({ questions }) => questions.length === 5)).questions.map(({ kind }) => kind)).toEqual(['question', 'problem', 'idea', 'concern', 'initiative']);
  });
});
