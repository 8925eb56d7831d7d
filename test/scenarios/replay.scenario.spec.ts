import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Comparison, ReplayEntry, Tally } from '@kring/replay';
import { startHub, type RunningHub } from '../support/hub.ts';
import { given, hookMs } from './story.ts';

const callMs = 60_000;
const reason = { 'replay-reason': 'Klacht van de bewoner' };

type Replay = { entries: ReplayEntry[]; next: string | null };

/**
 * "Specialistische hulp in maximaal twee stappen": afterwards someone asks how it came to three, who knew what and when, and
 * whether another agreement would have helped. The story is that of De Lariks, told by the files that back offices upload.
 */
describe('looking back at a household in De Lariks', () => {
  let hub: RunningHub;
  let story: ReturnType<typeof given>;
  let household: string;
  let folder: string;
  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false' } });
    story = given(hub);
    folder = await mkdtemp(join(tmpdir(), 'kring-look-back-'));
    const files = ['1.gemeente-assen', '2.noordermaat', '3.mee-drenthe', '4.gemeente-assen', '5.referrals.noordermaat', '6.referrals.mee-drenthe', '7.referrals.huisarts-de-lariks', '8.pulse.gemeente-assen'];
    for (const file of files) await story.partner(file.split('.').at(-1) ?? '').sends(`de-lariks.${file}.ndjson`);
    household = await story.partner('gemeente-assen').finds({ bsn: '999971001' });
    await story.partner('gemeente-assen').sees(household);
  }, hookMs);
  afterAll(async () => {
    await hub?.stop();
    await rm(folder, { recursive: true });
  }, hookMs);

  const asAuditor = (path: string, init: RequestInit = { headers: reason }) => story.person('auditor@hub').ask(path, init);
  const replay = async (query = ''): Promise<Replay> => (await (await asAuditor(`/v1/audit/households/${household}/replay${query}`)).json()) as Replay;
  const told = ({ entries }: Replay): string[] => entries.flatMap(({ type }) => (type === null || type.startsWith('nl.kring.alerts.') || type.startsWith('nl.kring.matches.') ? [] : [type.replace(/^nl\.kring\.|\.v1$/g, '')]));

  it('an auditor goes through it event by event, sees what each brought about, and no names of the family', async () => {
    const whole = await replay('?limit=500');
    expect(told(whole).filter((type) => type === 'referrals.requested')).toHaveLength(3);
    const third = whole.entries.find(({ alertsRaised }) => alertsRaised.some(({ code }) => code === 'A05'));
    expect(third).toMatchObject({ kind: 'event', type: 'nl.kring.referrals.requested.v1', organisation: 'huisarts-de-lariks', occurredAt: '2025-06-05T09:00:00Z' });
    const involved = whole.entries.find(({ type, organisation }) => type === 'nl.kring.involvements.started.v1' && organisation === 'mee-drenthe');
    expect(involved?.changes).toEqual([expect.objectContaining({ section: 'involvements', change: 'added' })]);
    expect(JSON.stringify(whole)).not.toMatch(/Oosting|Rianne|Jip/);
  });

  it('goes back the same way, page by page', async () => {
    const forth = await replay('?limit=500&until=2099-01-01T00:00:00Z');
    const back: ReplayEntry[] = [];
    for (let after = ''; ; ) {
      const page = await replay(`?order=backwards&limit=7&until=2099-01-01T00:00:00Z${after}`);
      back.push(...page.entries);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    const events = (entries: readonly ReplayEntry[]) => entries.filter(({ kind }) => kind === 'event').map(({ id }) => id);
    expect(events(back.toReversed())).toEqual(events(forth.entries));
  });

  it('what the alerts said on a day can be asked, by what is known now or was known then', async () => {
    const codes = async (query: string): Promise<string[]> => ((await (await asAuditor(`/v1/audit/households/${household}/alerts?${query}`)).json()) as { alerts: { code: string }[] }).alerts.map(({ code }) => code);
    expect(await codes('asOf=2025-06-06T12:00:00Z')).toContain('A05');
    expect(await codes('asOf=2025-06-04T12:00:00Z')).not.toContain('A05');
    expect(await codes('asOf=2025-06-06T12:00:00Z&knownAt=2025-06-06T12:00:00Z')).toEqual([]);
  });

  it('the gemeente that coordinates may look back too; a caseworker may not, and an auditor only with a reason', async () => {
    const path = `/v1/audit/households/${household}/replay`;
    const seen = await (await story.person('regisseur@gemeente-assen').ask(path)).text();
    expect(seen).toContain('Rianne Oosting');
    expect((await story.person('clientondersteuner@mee-drenthe').ask(path)).status).toBe(404);
    expect((await asAuditor(path, {})).status).toBe(400);
  });

  it('every look is on record, for the resident and the gemeente to see', async () => {
    const answer = await story.person('regisseur@gemeente-assen').ask(`/v1/households/${household}/access-log`);
    const { entries } = (await answer.json()) as { entries: { type: string; viewer: string; denied: boolean }[] };
    expect(entries).toEqual(expect.arrayContaining([
      expect.objectContaining({ type: 'nl.kring.access.stream-replayed.v1', viewer: 'auditor@hub' }),
      expect.objectContaining({ viewer: 'clientondersteuner@mee-drenthe', denied: true }),
    ]));
  });

  it('the log itself shows open facts and where personal ones are sealed, and nothing of what is in them', async () => {
    const answer = await asAuditor(`/v1/audit/events?stream=noordermaat-${household}`);
    const text = await answer.text();
    const { events } = JSON.parse(text) as { events: { type: string; personal: string[]; data: object }[] };
    expect(events.find(({ type }) => type === 'nl.kring.involvements.started.v1')).toMatchObject({ personal: expect.arrayContaining(['/professional/name']), data: { level: expect.any(String) } });
    expect(text).not.toMatch(/"box"|"tokens"|Nanda|999971001/);
    expect((await story.partner('gemeente-assen').ask('/v1/audit/events', { headers: reason })).status).toBe(403);
  });

  it('on a terminal it reads as a story', async () => {
    const words = ['--user', 'auditor@hub', '--reason', 'Klacht van de bewoner'];
    const forth = await hub.cli('replay', '--household', household, ...words);
    expect(forth).toMatch(/Huishouden geregistreerd\. \[gemeente-assen\]/);
    expect(forth).toMatch(/Verwijzing gevraagd: naar Gemeente Assen[^\n]*\[huisarts-de-lariks\][^\n]*\n(?: {4}[^\n]*\n)* {4}! {2}A05 /);
    const back = await hub.cli('replay', '--household', household, '--back', ...words);
    expect(back.indexOf('Huishouden geregistreerd')).toBeGreaterThan(back.indexOf('Betrokkenheid begonnen'));
    expect(await hub.cli('replay', '--stream', `mee-drenthe-${household}`, ...words)).toMatch(/Betrokkenheid begonnen \[mee-drenthe\]/);
  }, callMs);

  it('three steps in place of two would have raised nothing, and a shorter patience would have asked for a contact person sooner', async () => {
    const rules = join(folder, 'drie-stappen.yaml');
    await writeFile(rules, 'name: Drie stappen, en drie dagen voor een aanspreekpunt\nalerts:\n  A05: { steps: 3 }\n  A01: { severity: urgent }\n');
    const words = ['--household', household, '--rules', rules, '--hindsight', '--user', 'auditor@hub', '--reason', 'Evaluatie van het experiment'];
    const { households, tally } = JSON.parse(await hub.cli('replay', ...words, '--json')) as { households: Comparison[]; tally: Tally };
    const alerts = households[0]?.alerts ?? [];
    expect(alerts.find(({ code }) => code === 'A05')).toMatchObject({ difference: 'gone', fact: { shownAt: '2025-06-05T09:00:00.000Z' }, whatIf: null });
    expect(alerts.find(({ code }) => code === 'A01')?.whatIf).toMatchObject({ severity: 'urgent', shownAt: '2025-03-17T10:00:00.000Z' });
    expect(tally['A05']).toEqual({ gone: 1 });
    const text = await hub.cli('replay', ...words);
    expect(text).toMatch(/Met andere regels: Drie stappen/);
    expect(text).toMatch(/A05 +niet meer +5 jun 2025 – nu/);
  }, callMs);

  it('is asked of the stores themselves when no hub runs', async () => {
    await hub.end();
    const out = await hub.cli('replay', '--data', hub.data, '--household', household, '--reason', 'Herstel na storing');
    expect(out).toMatch(/Huishouden geregistreerd\. \[gemeente-assen\]/);
    expect(out).not.toContain('Oosting');
  }, callMs);
});
