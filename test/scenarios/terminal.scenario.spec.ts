import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Circle } from '@kring/contracts';
import { startHub, type RunningHub } from '../support/hub.ts';
import { given, hookMs } from './story.ts';

const file = (name: string): string => fileURLToPath(new URL(`files/${name}`, import.meta.url));
const callMs = 60_000;

describe('the kring command, against a hub that runs', () => {
  let hub: RunningHub;
  let folder: string;
  let household: string;
  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false' } });
    folder = await mkdtemp(join(tmpdir(), 'kring-terminal-'));
  }, hookMs);
  afterAll(async () => {
    await hub?.stop();
    await rm(folder, { recursive: true });
  }, hookMs);

  const answer = async <Body>(...words: string[]): Promise<Body> => JSON.parse(await hub.cli(...words, '--json')) as Body;

  it('lists who may publish and who may look', async () => {
    const { partners, users } = await answer<{ partners: { code: string; sources: string[] }[]; users: { user: string; roles: string[] }[] }>('token', '--list');
    expect(partners.map(({ code }) => code)).toEqual(expect.arrayContaining(['gemeente-assen', 'noordermaat', 'mee-drenthe', 'omring', 'politie']));
    expect(users.find(({ user }) => user === 'auditor@hub')?.roles).toEqual(['auditor']);
  }, callMs);

  it('publishes the file of a back office, and leaves nothing behind beside it', async () => {
    expect(await answer('publish', file('princenhof.1.gemeente-stede-broec.ndjson'), '--partner', 'gemeente-stede-broec')).toMatchObject({ accepted: 1, duplicates: 0, rejected: 0 });
    const copy = join(folder, 'zorg.ndjson');
    await copyFile(file('princenhof.2.omring.ndjson'), copy);
    expect(await hub.cli('publish', copy, '--partner', 'omring')).toBe('accepted 2  duplicates 0  rejected 0\n');
    expect(await hub.cli('publish', copy, '--partner', 'omring')).toBe('accepted 0  duplicates 2  rejected 0\n');
    expect(await readdir(folder)).toEqual(['zorg.ndjson']);
  }, callMs);

  it('shows the circle to a person in words, and to a program as the API gives it', async () => {
    household = await given(hub).partner('omring').finds({ bsn: '999971025' });
    expect(await hub.cli('circle', household, '--user', 'wijkverpleegkundige@omring')).toMatch(/Betrokken\n[^\n]+\n +omring +wijkverpleegkundige +Ilse Ruiter/);
    expect(await answer<Circle>('circle', household, '--partner', 'omring', '--as-of', '2025-01-20T12:00:00Z')).toMatchObject({ householdId: household, involvements: [] });
  }, callMs);

  it('says no in one sentence to whoever may not know', async () => {
    const refused = await hub.cli('circle', household, '--partner', 'mee-drenthe').catch((error: { code: number; stderr: string }) => error);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/kring: the hub refused \(404\)[^\n]+\n$/) });
  }, callMs);

  it('finds the hub in good health', async () => {
    expect(await answer('doctor', '--partner', 'omring')).toMatchObject({ healthy: true });
  }, callMs);
});
