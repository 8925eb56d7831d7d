import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Environment } from './harness/environment.ts';
import type { Row } from './harness/plan.ts';
import { figureOf, quantile } from './harness/figure.ts';
import { rowOf } from './harness/row.ts';
import { pageOf } from './page/page.ts';

const runsWithinMs = 120_000;

type Run = { readonly environment: Environment; readonly rows: readonly Row[] };

const bench = (...words: string[]) => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...words], { encoding: 'utf8', timeout: runsWithinMs, env: { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined } });
};

describe('npm run bench', () => {
  let run: Run;
  beforeAll(() => {
    const { stdout, stderr, status } = bench('--size', 'small', '--rounds', '1', '--no-peers', '--json', '--only', 'append-100,ingest,visible,rebuild,circle-without-log,start-command');
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    run = JSON.parse(stdout) as Run;
  }, runsWithinMs);

  const row = (id: string): Row => run.rows.find((one) => one.id.startsWith(id))!;

  it('tells of the machine it ran on', () => {
    expect(run.environment).toMatchObject({ cores: expect.any(Number), memoryGiB: expect.any(Number), syncsPerSecond: expect.any(Number), node: process.version, loadAtStart: expect.any(Number), rounds: 1, size: 'small' });
  });

  it('prints each row with our figure, its unit, what it is held against, its goal and whether that is met', () => {
    expect(run.rows.map(({ id }) => id)).toEqual(['append-100', 'append-1000', 'ingest', 'visible-50', 'rebuild', 'circle-without-log', 'start-command']);
    for (const one of run.rows) {
      expect(one).toEqual({
        id: expect.any(String), what: expect.any(String), unit: expect.any(String), ours: expect.objectContaining({ median: expect.any(Number), min: expect.any(Number), max: expect.any(Number) }),
        peers: expect.any(Object), limit: expect.any(Object), ratios: expect.any(Object), goal: one.goal === null ? null : expect.any(String), met: one.met === null ? null : expect.any(Boolean),
      });
    }
  });

  it('divides our figure by those it is held against', () => {
    const { ours, limit, ratios } = row('append-100');
    const [own, other] = [ours, limit['raw log']].map((figure) => (figure && 'median' in figure ? figure.median : Number.NaN));
    expect(ratios['raw log']).toBeCloseTo(own! / other!, 1);
  });

  it('tells why a peer was not measured, and calls no goal met that hangs on it', () => {
    expect(row('append-1000').peers['Emmett on PostgreSQL']).toEqual({ missing: expect.any(String) });
    expect(row('append-1000').met).not.toBe(true);
  });

  it('gives the slowest of a hundred beside the median where someone waits', () => {
    expect(row('visible').ours).toMatchObject({ p99: { median: expect.any(Number) } });
    expect(row('circle').ours).toMatchObject({ 'p99 ms': { median: expect.any(Number) } });
  });

  it('draws the page of the documentation from such a run', () => {
    const page = pageOf(run);
    expect(page).toContain('| `append-100` |');
    expect(page).not.toMatch(/\{\{|undefined|NaN/);
  });
});

describe('the arithmetic of the bench', () => {
  it('takes the middle of the rounds and their range', () => {
    expect(figureOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(figureOf([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  });

  const entrant = (name: string, role: 'ours' | 'peer') => ({ name, role, module: new URL('file:///none'), options: {} });
  const plan = { id: 'x', what: 'x', unit: 'x', entrants: [entrant('Kring', 'ours'), entrant('a', 'peer'), entrant('b', 'peer')], goals: [{ says: '≥ 2 × the best', against: ['a', 'b'], atLeast: 2 }] };
  const only = (value: number) => ({ median: value, min: value, max: value });

  it('holds us against the best of the others', () => {
    expect(rowOf(plan, new Map([['Kring', only(10)], ['a', only(2)], ['b', only(6)]])).met).toBe(false);
    expect(rowOf(plan, new Map([['Kring', only(12)], ['a', only(2)], ['b', only(6)]]))).toMatchObject({ met: true, ratios: { a: 6, b: 2 } });
  });

  it('does not know where none of the others, or we ourselves, could be measured', () => {
    const missing = { missing: 'it failed' };
    expect(rowOf(plan, new Map([['Kring', only(10)]])).met).toBeNull();
    expect(rowOf(plan, new Map<string, ReturnType<typeof only> | typeof missing>([['Kring', missing], ['a', only(2)]])).met).toBeNull();
  });
});
