import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startHub, type RunningHub } from '../support/hub.ts';
import { given, hookMs } from './story.ts';
import { signalled, started, tells } from './tellings.ts';
import { households, type ToldHousehold } from './told-household.ts';

jest.setTimeout(hookMs);

/** "Deze informele contacten kunnen waardevol zijn bij het signaleren van problemen bij derden zonder dat er direct sprake is van een indicatie (eenzaamheid bijvoorbeeld)." */
describe('De Bron, a community centre that a district team makes use of', () => {
  let hub: RunningHub;
  let home: ToldHousehold;
  const noticed = signalled('buurthuis-de-bron', '2026-04-02T10:00:00Z', { kind: 'loneliness', domain: 'welfare', urgency: 'low', addressedTo: 'wijkteam-voorbeeld' });

  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false', KRING_CLOCK: '2026-07-01T08:00:00Z' } });
    home = await households(hub, 900)('voorbeeldbuurt');
  });
  afterAll(() => hub?.stop());

  it('what was noticed over coffee is a signal, without a case and without an indication, and waits no longer than this neighbourhood agreed', async () => {
    await home.when(noticed);
    expect((await home.seenBy('wijkteam-voorbeeld')).signals).toMatchObject([{ kind: 'loneliness', urgency: 'low', state: 'open', dueBy: '2026-04-15T22:00:00.000Z' }]);
    expect(await home.standing('A04', '2026-04-15T21:59:59.999Z')).toEqual([]);
    expect(await home.standing('A04', '2026-04-15T22:00:00Z')).toMatchObject([{ actor: 'wijkteam-voorbeeld' }]);
  });

  it('the people around someone count: who keeps an eye out, who shares a hobby, who is family', async () => {
    const around = [['neighbour', 'Henk let een beetje op'], ['friend', 'Riet van het volksdansen'], ['family', 'dochter in Zwolle'], ['carer', 'Bep verzorgt haar man'], ['volunteer', 'Jan drinkt koffie mee']];
    await home.when(...around.map(([kind, label], nth) => tells('buurthuis-de-bron', 'supporters.added', `2026-04-1${nth}T09:00:00Z`, { supporterId: `n-${nth}`, kind, label, agreed: true })));
    expect((await home.seenBy('wijkteam-voorbeeld')).supporters.map(({ kind }) => kind)).toEqual(around.map(([kind]) => kind));
    expect(await home.standing('A21')).toEqual([]);
  });

  it('the general practitioner is a partner as any other: district team and practice see each other', async () => {
    await home.when(started('wijkteam-voorbeeld', '2026-04-20T09:00:00Z', { level: 'district-team' }), started('huisarts-voorbeeld', '2026-04-21T09:00:00Z', { domain: 'health', professional: { id: 'ha-1', name: 'Els Prins', role: 'gp' } }));
    expect((await home.seenBy('wijkteam-voorbeeld')).involvements.map(({ role, domain }) => [role, domain])).toContainEqual(['gp', 'health']);
    expect((await home.seenBy('huisarts-voorbeeld')).involvements.map(({ organisation }) => organisation)).toEqual(['wijkteam-voorbeeld', 'huisarts-voorbeeld']);
  });

  it('volunteers and key figures carry the neighbourhood, and see no household', async () => {
    for (const user of ['vrijwilliger@buurthuis-de-bron', 'sleutelfiguur@buurthuis-de-bron']) expect(await given(hub).person(user).isTold(home.id)).toBe(404);
    expect(await given(hub).person('maatschappelijk-werker@wijkteam-voorbeeld').isTold(home.id)).toBe(200);
  });
});
