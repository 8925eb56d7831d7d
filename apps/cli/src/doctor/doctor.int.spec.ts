import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hubOnPaper, type Asked, type HubOnPaper, type Told } from '../testing/hub-on-paper.ts';
import { kring } from '../testing/paper-terminal.ts';
import type { Finding } from './finding.ts';
import { dataFolder, nodeVersion } from './machine-checks.ts';
import { storedData } from './store-check.ts';

const regions = fileURLToPath(new URL('../../../../deploy/regions', import.meta.url));
let data: string;
let hub: HubOnPaper;
let answer: (asked: Asked) => Told;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'kring-doctor-'));
  answer = () => ({ status: 200, body: { access_token: 'token', alerts: [] } });
  hub = await hubOnPaper((asked) => answer(asked));
});
afterEach(async () => {
  await hub.close();
  rmSync(data, { recursive: true });
});

const examine = async (more: { url?: string; folder?: string; now?: () => Date; regionsFolder?: string } = {}) => {
  const words = ['doctor', '--json', '--data', more.folder ?? data, '--url', more.url ?? hub.url];
  const said = await kring(words, { environment: { KRING_REGIONS: more.regionsFolder ?? regions }, ...(more.now ? { now: more.now } : {}) });
  const { healthy, checks } = JSON.parse(said.out) as { healthy: boolean; checks: Finding[] };
  return { ...said, healthy, of: (check: string) => checks.find((one) => one.check === check) };
};

describe('kring doctor', () => {
  it('finds nothing wrong with a hub that is well', async () => {
    const { exitCode, healthy, of } = await examine();
    expect([exitCode, healthy]).toEqual([0, true]);
    for (const check of ['Node', 'data folder', 'regions', 'hub', 'readiness', 'clock', 'token']) expect([check, of(check)?.state]).toEqual([check, 'ok']);
    expect(of('stored events')).toMatchObject({ state: 'skipped' });
  });

  it('writes a line for each check, and below what is wrong what to do', async () => {
    const { exitCode, out } = await kring(['doctor', '--data', data, '--url', 'http://127.0.0.1:9'], { environment: { KRING_REGIONS: regions } });
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^✓ Node: \d+\.\d+\.\d+\n✓ data folder: /);
    expect(out).toMatch(/✗ hub: http:\/\/127\.0\.0\.1:9: the hub did not answer in 3 attempts: [^\n]+\n {4}→ start it with `npm start`/);
    expect(out).toContain('– token: no hub');
  });

  it('looks at every page of the stores when the hub is not running', async () => {
    for (const file of ['events.db', 'views.db']) {
      const database = new DatabaseSync(join(data, file));
      database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (randomblob(100000));');
      database.close();
    }
    expect((await storedData(data, false)).map(({ check, state }) => [check, state])).toEqual([['stored events', 'ok'], ['views', 'ok']]);
    expect(readdirSync(data).sort()).toEqual(['events.db', 'views.db']);
  });

  it('says of a damaged store whether to restore it or to have it drawn again', async () => {
    writeFileSync(join(data, 'events.db'), 'not a database at all, but long enough to be mistaken for the head of one'.repeat(10));
    writeFileSync(join(data, 'views.db'), 'nor is this'.repeat(100));
    const [events, views] = await storedData(data, false);
    expect(events).toMatchObject({ state: 'wrong', advice: expect.stringContaining('restore the last backup') });
    expect(views).toMatchObject({ state: 'wrong', advice: expect.stringContaining('draws it again') });
  });

  it('notices a clock that runs ahead of the hub', async () => {
    const { healthy, of } = await examine({ now: () => new Date(Date.now() + 3_600_000) });
    expect(healthy).toBe(false);
    expect(of('clock')).toMatchObject({ state: 'wrong', detail: expect.stringMatching(/^3(599|600|601) s away/) });
  });

  it('notices a hub that is not ready, and an account that it does not know', async () => {
    answer = ({ path }) => (path === '/oauth/token' ? { status: 401, body: { error: 'invalid_client' } } : { status: path === '/health/ready' ? 500 : 200, body: {} });
    const { of } = await examine();
    expect(of('readiness')?.state).toBe('wrong');
    expect(of('token')).toMatchObject({ state: 'wrong', detail: 'gemeente-assen: refused (401)' });
  });

  it('repeats what is wrong with a region file', async () => {
    const folder = join(data, 'regions');
    mkdirSync(folder);
    writeFileSync(join(folder, 'nowhere.yaml'), 'region: nowhere\n');
    expect((await examine({ regionsFolder: folder })).of('regions')).toMatchObject({ state: 'wrong', detail: expect.stringContaining('nowhere.yaml') });
    expect((await examine({ regionsFolder: join(data, 'absent') })).of('regions')).toMatchObject({ state: 'wrong', advice: expect.stringContaining('KRING_REGIONS') });
  });

  it('says whether there is a folder to write in, and room', async () => {
    expect(await dataFolder(join(data, 'later'))).toMatchObject({ state: 'ok', detail: expect.stringContaining('made at the first start') });
    expect(await dataFolder(data, Number.MAX_SAFE_INTEGER)).toMatchObject({ state: 'wrong', advice: expect.stringContaining('make room') });
    expect(await dataFolder('/proc/kring')).toMatchObject({ state: 'wrong' });
  });

  it('knows which Node is too old', () => {
    expect(nodeVersion('26.10.0').state).toBe('ok');
    expect(nodeVersion('20.20.2')).toMatchObject({ state: 'wrong', detail: '20.20.2 is too old' });
  });
});
