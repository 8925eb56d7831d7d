import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hubOnPaper, type Asked, type HubOnPaper, type Told } from '../testing/hub-on-paper.ts';
import { kring } from '../testing/paper-terminal.ts';

let folder: string;
let hub: HubOnPaper;
let refuse: (asked: Asked) => Told | undefined;

const linesIn = ({ body }: Asked): string[] => body.trim().split('\n');
const accept = (asked: Asked): Told => {
  const results = linesIn(asked).map((line) => ({ id: (JSON.parse(line) as { id: string }).id, source: 'urn:test', status: 'accepted' }));
  return { status: 202, body: { accepted: results.length, duplicates: 0, rejected: 0, position: '0042', results } };
};
const posts = (): Asked[] => hub.asked.filter(({ path }) => path === '/v1/events');
const aFile = async (lines: number): Promise<string> => {
  const path = join(folder, 'export.ndjson');
  await writeFile(path, Array.from({ length: lines }, (_, index) => `{"id":"e-${index + 1}","source":"urn:test"}\n`).join(''));
  return path;
};
const publish = (path: string, ...more: string[]) => kring(['publish', path, '--url', hub.url, '--partner', 'omring', ...more]);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kring-cli-'));
  refuse = () => undefined;
  hub = await hubOnPaper((asked) => refuse(asked) ?? (asked.path === '/oauth/token' ? { status: 200, body: { access_token: 'token', expires_in: 60 } } : accept(asked)));
});
afterEach(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

describe('kring publish', () => {
  it('publishes a file as the system of a partner, and says what became of it', async () => {
    const { exitCode, out } = await publish(await aFile(3));
    expect([exitCode, out]).toEqual([0, 'accepted 3  duplicates 0  rejected 0\n']);
    expect(hub.asked[0]?.body).toBe('grant_type=client_credentials&client_id=omring&client_secret=demo-omring');
    expect(posts()[0]?.headers.authorization).toBe('Bearer token');
  });

  it('gives the answer as the hub gives it under --json', async () => {
    const { out } = await publish(await aFile(2), '--json');
    expect(JSON.parse(out)).toEqual({ accepted: 2, duplicates: 0, rejected: 0, position: '0042', results: [] });
  });

  it('goes on where a broken delivery stopped, and tidies up when it is done', async () => {
    const path = await aFile(2_500);
    refuse = (asked) => (linesIn(asked)[0]?.includes('"e-1001"') ? { status: 403, body: { type: 'about:blank', title: 'Forbidden', status: 403 } } : undefined);
    const broken = await publish(path);
    expect(broken.exitCode).toBe(1);
    expect(broken.err).toContain('everything up to line 1000 is stored; the same command goes on from there');
    refuse = () => undefined;
    hub.asked.length = 0;
    const { out, err } = await publish(path);
    expect(out).toBe('accepted 2500  duplicates 0  rejected 0\n');
    expect(err).toContain('going on after line 1000');
    expect(posts().flatMap(linesIn)).toHaveLength(1_500);
    expect(await readdir(folder)).toEqual(['export.ndjson']);
  });

  it('starts over when another file has taken the place of the first', async () => {
    const path = await aFile(2_500);
    refuse = (asked) => (linesIn(asked)[0]?.includes('"e-1001"') ? { status: 403, body: { type: 'about:blank', title: 'Forbidden', status: 403 } } : undefined);
    await publish(path);
    refuse = () => undefined;
    hub.asked.length = 0;
    await aFile(2_600);
    expect((await publish(path)).out).toContain('accepted 2600');
    expect(posts().flatMap(linesIn)).toHaveLength(2_600);
  });

  it('says which line was rejected and by which rule, and still delivers the rest', async () => {
    refuse = (asked) => asked.path === '/v1/events' ? { status: 202, body: { accepted: 1, duplicates: 0, rejected: 1, position: '0042', results: [
      { id: 'e-1', source: 'urn:test', status: 'accepted' },
      { id: 'e-2', source: 'urn:test', status: 'rejected', problem: { type: 'about:blank', title: 'Rejected', status: 400, errors: [{ pointer: '/data/x', rule: 'unknown-field', detail: 'x is not a field of this event' }] } }] } } : undefined;
    const { exitCode, out, err } = await publish(await aFile(2));
    expect([exitCode, out]).toEqual([0, 'accepted 1  duplicates 0  rejected 1\n']);
    expect(err).toBe('line 2 rejected: /data/x unknown-field: x is not a field of this event\n');
    expect((await publish(await aFile(2), '--strict')).exitCode).toBe(3);
  });

  it('draws a bar while a person watches', async () => {
    const { err } = await kring(['publish', await aFile(1_500), '--url', hub.url], { watched: true, environment: { KRING_TOKEN: 'token' } });
    expect(err).toMatch(/\r█{20,}░* +\d+%  accepted 1000/);
    expect(err).toMatch(/100%  accepted 1500 .*\n$/);
  });

  it('says in one sentence what is wrong with the file, without a trace of the program', async () => {
    expect((await publish(join(folder, 'absent.ndjson'))).err).toBe('kring: there is no such file; check its path.\n');
    expect((await publish(folder)).err).toBe('kring: that is not a file; give the path of an NDJSON file, or - for what comes in.\n');
  });
});
