import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LoggedEvent } from '@kring/reading';
import { ruleSetFrom, type ReplayEntry } from '@kring/replay';
import { parse } from 'yaml';
import { hubOnPaper, type Asked, type HubOnPaper, type Told } from '../testing/hub-on-paper.ts';
import { kring } from '../testing/paper-terminal.ts';

const entry = (number: number): ReplayEntry => ({
  kind: 'event', position: String(number).padStart(16, '0'), recordedAt: `2026-02-0${number}T09:00:00.000Z`, occurredAt: `2026-02-0${number}T09:00:00.000Z`, id: `e-${number}`, type: 'nl.kring.visits.planned.v1',
  organisation: 'omring', subject: `v-${number}`, text: { nl: `Bezoek ${number} gepland.`, en: '' }, changes: [], alertsRaised: [], alertsCleared: [], alertsChanged: [],
});

const logged = (number: number, type: string, data: LoggedEvent['data'], more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  position: String(number).padStart(16, '0'), recordedAt: `2026-02-0${number}T09:00:00.000Z`, withheld: false, stream: 'noordermaat-h-1', id: `e-${number}`, source: 'urn:x', type: `nl.kring.${type}.v1`,
  occurredAt: `2026-02-0${number}T09:00:00.000Z`, organisation: 'noordermaat', householdId: 'h-1', by: null, data: { legalBasis: 'wmo', ...data }, personal: [], ...more,
});

const log: readonly LoggedEvent[] = [
  logged(1, 'households.registered', { members: [{ personId: 'p_1' }], area: 'de-lariks' }, { organisation: 'gemeente-assen', stream: 'gemeente-assen-h-1' }),
  logged(2, 'signals.raised', { signalId: 'sg-1', urgency: 'normal' }),
  logged(3, 'x', null, { withheld: true, type: null, id: null, stream: null, organisation: null, householdId: null, data: null }),
];

describe('kring replay, against a hub', () => {
  let hub: HubOnPaper;
  let answer: (asked: Asked) => Told | undefined;
  beforeEach(async () => { hub = await hubOnPaper((asked) => answer(asked)); });
  afterEach(() => hub.close());

  const replay = (...words: readonly string[]) =>
    kring(['replay', ...words, '--url', hub.url], { environment: { KRING_TOKEN: 'mine' }, now: () => new Date('2026-05-01T12:00:00.000Z'), columns: 200 });
  const queryOf = ({ path }: Asked): Record<string, string> => Object.fromEntries(new URL(path, 'http://hub').searchParams);

  it('goes through a household page by page, for a reason that is told to the hub', async () => {
    answer = (asked) => ({ status: 200, body: queryOf(asked)['after'] === 'more' ? { entries: [entry(2)], next: null } : { entries: [entry(1)], next: 'more' } });
    const { exitCode, out } = await replay('--household', 'h-1', '--reason', 'Klacht van de bewoner: wie wist wat, en wanneer één ding', '--purpose', 'monitoring');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^1 feb 2026,? 10:00 +Bezoek 1 gepland\. \[omring\]\n2 feb 2026,? 10:00 +Bezoek 2 gepland\. \[omring\]\n$/);
    expect(hub.asked.map(queryOf)).toEqual([{ order: 'forwards', limit: '500' }, { order: 'forwards', limit: '500', after: 'more' }]);
    expect(hub.asked[0]?.headers).toMatchObject({ authorization: 'Bearer mine', 'processing-activity': 'monitoring', 'replay-reason': 'Klacht%20van%20de%20bewoner%3A%20wie%20wist%20wat%2C%20en%20wanneer%20%C3%A9%C3%A9n%20ding' });
  });

  it('asks for the way back, from a position and up to an instant', async () => {
    answer = () => ({ status: 200, body: { entries: [entry(2), entry(1)], next: null } });
    const { out } = await replay('--household', 'h-1', '--back', '--from', '0001', '--until', '2026-03-01', '--json');
    expect(hub.asked.map(queryOf)).toEqual([{ order: 'backwards', limit: '500', from: '0001', until: '2026-03-01T00:00:00.000Z' }]);
    expect((JSON.parse(out) as { entries: ReplayEntry[] }).entries.map(({ id }) => id)).toEqual(['e-2', 'e-1']);
  });

  it('shows the log line by line, and where something is hidden that it is', async () => {
    answer = () => ({ status: 200, body: { events: log, next: null } });
    const { out } = await replay('--all');
    expect(out.split('\n')).toHaveLength(log.length + 1);
    expect(out).toMatch(/0000000000000002 {2}2 feb 2026,? 10:00 +Signaal afgegeven \[noordermaat\] {2}noordermaat-h-1\n/);
    expect(out).toMatch(/verborgen\n$/);
  });

  it('folds what the hub lets it see under other rules', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kring-rules-'));
    await writeFile(join(folder, 'rules.yaml'), 'alerts: { A04: { normal: { workingDays: 2 } } }\n');
    answer = () => ({ status: 200, body: { events: log, next: null } });
    const { out } = await replay('--all', '--rules', join(folder, 'rules.yaml'));
    await rm(folder, { recursive: true });
    expect(out).toMatch(/Huishouden h-1\n[^\n]*\n +A04 +eerder +10 feb 2026 – nu, aan zet: gemeente-assen +5 feb 2026 – nu/);
    expect(hub.asked.map(queryOf)).toEqual([{ limit: '500' }, { household: 'h-1', limit: '500' }]);
  });

  it('explains its file of rules where one looks, with an example that is right', async () => {
    const { out } = await kring(['replay', '--help']);
    const example = out.slice(out.indexOf('  name: Drie stappen'));
    expect(ruleSetFrom(parse(example))).toMatchObject({ name: 'Drie stappen', alerts: { off: ['A14'] }, legalBases: { politiewet: 'off', wmo: 'consent' } });
  });

  it('says what the hub says when it refuses', async () => {
    answer = () => ({ status: 403, body: { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'The log is read by an auditor or the privacy officer.' } });
    expect(await replay('--all', '--json')).toMatchObject({ exitCode: 1, err: 'kring: the hub refused (403): Forbidden: The log is read by an auditor or the privacy officer. — this account may not do that.\n' });
  });
});
