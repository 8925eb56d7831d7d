import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kring } from '../testing/paper-terminal.ts';
import type { Summary } from './simulated.ts';

describe('kring simulate', () => {
  let folder: string;
  beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'kring-simulate-')); });
  afterEach(() => rm(folder, { recursive: true }));

  const file = (name: string): string => join(folder, name);
  const digest = async (name: string): Promise<string> => createHash('sha256').update(await readFile(file(name))).digest('hex');
  const make = (out: string, ...words: readonly string[]) => kring(['simulate', '--households', '40', '--out', file(out), ...words]);
  const events = async (name: string): Promise<{ id: string; source: string }[]> => (await readFile(file(name), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as { id: string; source: string });

  it('writes one CloudEvent a line, and the same file again from the same seed', async () => {
    expect((await make('one.ndjson')).exitCode).toBe(0);
    await make('two.ndjson');
    await make('other.ndjson', '--seed', 'b');
    expect(await digest('two.ndjson')).toBe(await digest('one.ndjson'));
    expect(await digest('other.ndjson')).not.toBe(await digest('one.ndjson'));
    expect((await events('one.ndjson')).every(({ id }) => id.startsWith('sim-'))).toBe(true);
  });

  it('says in figures what it made up', async () => {
    const { out } = await make('town.ndjson', '--json');
    const summary = JSON.parse(out) as Summary;
    expect(summary).toMatchObject({ region: 'veendam-pekela', households: 40, years: 2, seed: '1', files: [file('town.ndjson')] });
    expect(summary.events).toBe((await events('town.ndjson')).length);
    expect(Object.values(summary.partners).reduce((sum, count) => sum + count, 0)).toBe(summary.events);
    expect((await make('town.ndjson')).out).toMatch(/^\d+ events \(\d+ of them twice\) of \d+ partners, 0\.\d MB\n$/);
  });

  it('gives each partner the file that it publishes, of its own sources only', async () => {
    const { out } = await make('town.ndjson', '--per-partner', '--json', '--region', 'assen');
    const { partners, files } = JSON.parse(out) as Summary;
    expect((await readdir(folder)).sort()).toEqual(Object.keys(partners).map((code) => `town.${code}.ndjson`).sort());
    expect(files).toHaveLength(Object.keys(partners).length);
    for (const code of Object.keys(partners)) expect(new Set((await events(`town.${code}.ndjson`)).map(({ source }) => source)).size).toBe(1);
  });

  it('writes to standard output what one partner publishes, with the figures beside it', async () => {
    const { out, err } = await kring(['simulate', '--households', '20', '--region', 'assen', '--partner', 'gemeente-assen']);
    expect(new Set(out.trim().split('\n').map((line) => (JSON.parse(line) as { source: string }).source))).toEqual(new Set(['urn:nld:oin:00000099000000000106:systeem:kring-demo']));
    expect(err).toMatch(/ events .* of 1 partners/);
  });

  it.each([
    [['--households', '0'], /--households/], [['--households', '5', '--years', '-1'], /--years/], [['--households', '5', '--seed', 'a b'], /--seed/], [['--households', '5', '--until', 'soon'], /--until/],
    [['--households', '5', '--region', 'nowhere'], /there are assen/], [['--households', '5', '--partner', 'omring'], /no such partner/], [['--households', '5', '--per-partner'], /--out/], [[], /missing/],
  ])('refuses what it cannot do with, in one sentence: %j', async (words, sentence) => {
    const { exitCode, err, out } = await kring(['simulate', ...words]);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
    expect(err.split('\n')).toHaveLength(2);
  });

  it('leaves nothing behind when it cannot write', async () => {
    const { exitCode } = await kring(['simulate', '--households', '5', '--out', join(folder, 'nowhere', 'town.ndjson')]);
    expect(exitCode).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });
});
