import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoggedEvent } from '@kring/reading';
import type { Comparison, ReplayEntry, Tally } from '@kring/replay';
import { kring } from '../testing/paper-terminal.ts';
import { householdId, storedHousehold } from './testing/stored-household.ts';

/** Opening real stores may take this long on a busy machine. */
const hookMs = 60_000;

describe('kring replay, on the stores of a hub that does not run', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kring-replay-'));
    await storedHousehold(folder);
    // What a command works with is loaded when it is first called.
    await replay('--household', householdId);
  }, hookMs);
  afterAll(() => rm(folder, { recursive: true }));

  const now = () => new Date('2026-05-01T12:00:00.000Z');
  const replay = (...words: readonly string[]) => kring(['replay', '--data', folder, '--reason', 'Steekproef', ...words], { now, columns: 200 });
  const ruleFile = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };

  it('goes through a household event by event, in plain Dutch', async () => {
    const { exitCode, out, err } = await replay('--household', householdId);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(/^5 jan 2026,? 13:00 +Huishouden geregistreerd\. \[gemeente-assen\]\n {4}\+ huishouden: geregistreerd · de-lariks · assen$/m);
    expect(out).toMatch(/Betrokkenheid begonnen: maatschappelijk werker, welzijn, basisteam\. \[noordermaat\]\n {4}\+ betrokken: noordermaat · maatschappelijk werker/);
    expect(out).toContain('Iets dat hier niet getoond wordt.');
    expect(out).toMatch(/De tijd verstreek\.\n {4}! {2}A06 /);
    expect(out).toMatch(/1 apr 2026.*Verwijzing gevraagd[^\n]*\[huisarts-de-lariks\](\n {4}[^\n]*)*\n {4}! {2}A05 /);
    expect(out).not.toContain('i-mee-drenthe');
  });

  it('goes back the way it came: what came goes, and what was raised is gone', async () => {
    const forth = JSON.parse((await replay('--household', householdId, '--json')).out) as { entries: ReplayEntry[] };
    const back = JSON.parse((await replay('--household', householdId, '--json', '--back')).out) as { order: string; entries: ReplayEntry[] };
    expect(back.order).toBe('backwards');
    expect(back.entries).toEqual(forth.entries.toReversed());
    const { out } = await replay('--household', householdId, '--back');
    expect(out).toMatch(/Betrokkenheid begonnen[^\n]*\n {4}- betrokken: noordermaat/);
  });

  it('begins at a position and ends at an instant', async () => {
    const { entries } = JSON.parse((await replay('--household', householdId, '--json', '--from', '0000000000000004', '--until', '2026-02-04')).out) as { entries: ReplayEntry[] };
    expect(entries.map(({ type }) => type)).toEqual(['nl.kring.involvements.started.v1', 'nl.kring.residents.informed.v1']);
  });

  it('shows a stream, or everything, as it is stored, its boxes closed', async () => {
    const { out } = await replay('--stream', `noordermaat-${householdId}`);
    expect(out.split('\n').slice(0, -1)).toHaveLength(4);
    expect(out).toMatch(/^\d{16} {2}2 feb 2026,? 13:00 +Betrokkenheid begonnen \[noordermaat\] {2}noordermaat-h-000000001$/m);
    const { events } = JSON.parse((await replay('--all', '--json', '--until', '2026-04-30')).out) as { events: LoggedEvent[] };
    expect(events).toHaveLength(10);
    expect(JSON.stringify(events)).not.toContain('sealed');
    const back = JSON.parse((await replay('--all', '--json', '--until', '2026-04-30', '--back')).out) as { events: LoggedEvent[] };
    expect(back.events).toEqual(events.toReversed());
  });

  it('asks what other rules would have made of it, and changes nothing', async () => {
    const rules = await ruleFile('three-steps.yaml', 'name: Drie stappen\nalerts:\n  A05: { steps: 3 }\n  A06: off\n');
    const { out } = await replay('--household', householdId, '--rules', rules);
    expect(out).toContain('Met andere regels: Drie stappen');
    expect(out).toMatch(/A05 +niet meer +1 apr 2026 – nu, aan zet: huisarts-de-lariks +geen melding/);
    expect(out).toMatch(/Samen, in 1 huishouden\n[^\n]*gelijk +niet meer/);
    const answer = JSON.parse((await replay('--all', '--rules', rules, '--json')).out) as { rules: string; households: Comparison[]; tally: Tally };
    expect(answer).toMatchObject({ rules: 'Drie stappen', tally: { A05: { gone: 1 }, A06: { gone: expect.any(Number) } } });
    expect(answer.households.map(({ householdId: id }) => id).sort()).toEqual([householdId, 'h-000000002']);
  });

  it('says everything that is wrong with a file of rules in one sentence', async () => {
    const wrong = await ruleFile('wrong.yaml', 'alerts: { A05: { steps: drie }, A99: {} }\n');
    expect(await replay('--all', '--rules', wrong)).toMatchObject({ exitCode: 2, err: expect.stringMatching(/^kring: the rules cannot be used: alerts\.A99 .*alerts\.A05\.steps [^\n]*\n$/) });
    const broken = await ruleFile('broken.yaml', 'alerts: [\n');
    expect(await replay('--all', '--rules', broken)).toMatchObject({ exitCode: 2, err: expect.stringMatching(/^kring: the rules are not YAML[^\n]*\n$/) });
  });

  it('puts on record that someone looked, and refuses where nobody says why', async () => {
    await replay('--household', householdId);
    const { events } = JSON.parse((await replay('--stream', `access-${householdId}`, '--json')).out) as { events: LoggedEvent[] };
    expect(events.at(-1)).toMatchObject({ type: 'nl.kring.access.stream-replayed.v1', data: { viewer: 'operator@terminal', stream: `household:${householdId}` }, personal: ['/reason'] });
    expect(await kring(['replay', '--data', folder, '--all'], { now })).toMatchObject({ exitCode: 2, err: expect.stringContaining('--reason') });
  });

  it.each([
    [[], /say what to replay/], [['--household', '999900006'], /not the id of a household/], [['--household', householdId, '--all'], /exclude each other/], [['--stream', 'a b'], /--stream/], [['--all', '--until', 'soon'], /--until/],
    [['--all', '--hindsight'], /--rules/], [['--stream', 'x', '--rules', 'y'], /--rules/], [['--household', 'h-nobody'], /no such household/],
  ])('says in one sentence what is wrong with %j', async (words, sentence) => {
    const { exitCode, err, out } = await replay(...words);
    expect([exitCode > 0, out]).toEqual([true, '']);
    expect(err).toMatch(sentence);
    expect(err.split('\n')).toHaveLength(2);
  });

  it('says where it looked when there are no stores', async () => {
    expect(await kring(['replay', '--data', join(folder, 'nowhere'), '--all', '--reason', 'x'], { now })).toMatchObject({ exitCode: 1, err: expect.stringMatching(/no events\.db/) });
  });
});
