import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Circle } from '@kring/contracts';
import { startHub, type RunningHub } from '../support/hub.ts';
import { hookMs } from './story.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The shell lines under a heading of the README, as a reader would copy them. */
const linesUnder = (heading: string): string => {
  const [, found] = new RegExp(`^## ${heading}\\n[^]*?^\`\`\`sh\\n([^]*?)^\`\`\``, 'm').exec(readme) ?? [];
  if (!found) throw new Error(`the README has no shell lines under "${heading}"`);
  return found;
};

const shell = (script: string, environment: Record<string, string>): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((done) => {
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', script], { env: { ...process.env, ...environment } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part) => { out += part; });
    child.stderr.on('data', (part) => { err += part; });
    child.on('close', (code) => done({ code, out, err }));
  });

describe("the README's own lines", () => {
  let hub: RunningHub;
  beforeAll(async () => { hub = await startHub(); }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  it('with curl alone: register, publish, search and read the circle', async () => {
    const { code, out, err } = await shell(linesUnder('With curl alone'), { KRING_URL: hub.url });
    expect([code, err]).toEqual([0, '']);
    const circle = JSON.parse(out.slice(out.lastIndexOf('{"householdId"'))) as Circle;
    expect(circle.involvements).toMatchObject([{ organisation: 'omring', role: 'district-nurse', until: null }]);
    expect(circle.members).toMatchObject([{ name: 'Trijntje Oud', relation: 'head' }]);
  });

  it('may be sent twice', async () => {
    const { code, out } = await shell(linesUnder('With curl alone'), { KRING_URL: hub.url });
    expect(code).toBe(0);
    expect(out).toContain('"duplicates":1');
  });
});
