import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Circle } from '@kring/contracts';
import { startHub, type RunningHub } from '../support/hub.ts';

const run = promisify(execFile);
const hookMs = 240_000;

/** The README's own lines under a heading, as a stranger would paste them into a terminal. */
const linesUnder = (heading: string): string => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split(`## ${heading}\n`);
  const [, lines] = /```sh\n([\s\S]*?)```/.exec(section) ?? [];
  if (lines === undefined) throw new Error(`the README has no lines under "${heading}"`);
  return lines;
};

describe("the README's lines", () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await startHub({ env: { KRING_DEMO: 'false' } });
  }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  it('get a token, publish, search and read a circle with curl alone', async () => {
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', linesUnder('With curl alone')], { env: { ...process.env, KRING_URL: hub.url } });
    const answers = stdout.split(/(?<=\})(?=\{)/).map((text) => JSON.parse(text) as unknown);
    expect(answers).toMatchObject([{ accepted: 1, rejected: 0 }, { accepted: 1, rejected: 0 }, { state: 'registered', area: 'princenhof' }]);
    const circle = answers[2] as Circle;
    expect(circle.members.map(({ name }) => name)).toEqual(['Trijntje Oud']);
    expect(circle.involvements).toMatchObject([{ organisation: 'omring', state: 'active', professional: { name: 'Sanne Bakker' } }]);
  });

  it('may be sent twice', async () => {
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', linesUnder('With curl alone')], { env: { ...process.env, KRING_URL: hub.url } });
    expect(stdout.match(/"duplicates":1/g)).toHaveLength(2);
  });
});
