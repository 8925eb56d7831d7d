import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RebuildReport } from '@kring/projection-runtime';
import { hubOnPaper, type HubOnPaper, type Told } from '../testing/hub-on-paper.ts';
import { kring } from '../testing/paper-terminal.ts';

const begun: RebuildReport = {
  kind: 'rebuild', stage: 'building', generation: 4, resumed: false, startedAt: '2026-03-01T12:00:00.000Z', endedAt: null, position: '0000000000000500', goal: '0000000000001000',
  events: 500, drawn: 20, rows: 0, differences: null, fault: null,
};
const compared: RebuildReport = { ...begun, stage: 'comparing', position: begun.goal, events: 1_000, rows: 700, differences: { count: 0, atLeast: false, first: [] } };
const switched: RebuildReport = { ...compared, stage: 'switched', endedAt: '2026-03-01T12:01:00.000Z', rows: 1_234 };
const differing: RebuildReport = {
  ...switched, differences: { count: 2, atLeast: false, first: [{ collection: 'circle', key: 'h-1', is: 'different' }, { collection: 'alert', key: '2026-01-01/h-2/A01', is: 'missing' }] },
};

describe('kring rebuild', () => {
  let hub: HubOnPaper;
  let reports: (RebuildReport | null)[];
  let refusal: Told | undefined;
  beforeEach(async () => {
    reports = [begun, compared, switched];
    refusal = undefined;
    hub = await hubOnPaper(({ path, method }) => {
      if (path === '/oauth/token') return { status: 200, body: { access_token: 'token' } };
      if (method === 'POST' && refusal) return refusal;
      return { status: method === 'POST' ? 202 : 200, body: { name: 'households', rebuild: reports.length > 1 ? reports.shift() : reports[0] } };
    });
  });
  afterEach(() => hub.close());

  const run = (...words: string[]) => kring(['rebuild', ...words, '--url', hub.url], { environment: { KRING_TOKEN: 'mine' } });
  const asked = () => hub.asked.map(({ method, path, body }) => `${method} ${path} ${body}`.trim());

  it('has the hub make the view of the households anew, and tells how far it is and how it ended', async () => {
    const { exitCode, out, err } = await run();
    expect(exitCode).toBe(0);
    expect(err).toBe('making generation 4: 500 events, 50 %, 20 households drawn\ncomparing: 700 rows\n');
    expect(out).toBe('generation 4 serves; 1,000 events, 1,234 rows compared: no row differs\n`kring rebuild --back` goes back, `kring rebuild --forget` drops the former view\n');
    expect(asked()).toEqual(['POST /v1/projections/households/_rebuild {"fromScratch":false,"compareOnly":false}', 'GET /v1/projections/households', 'GET /v1/projections/households']);
  });

  it('names the first rows that differ, and nothing that is in them', async () => {
    reports = [differing];
    expect((await run()).out).toContain('2 rows differ\n  different circle h-1\n  missing   alert 2026-01-01/h-2/A01\n');
  });

  it('ends with exit code 3 when it only compared, and rows differ', async () => {
    reports = [{ ...differing, stage: 'compared' }];
    expect((await run('--compare-only')).exitCode).toBe(3);
    expect(asked()).toEqual(['POST /v1/projections/households/_rebuild {"fromScratch":false,"compareOnly":true}']);
  });

  it('gives the report of the hub as JSON', async () => {
    expect(JSON.parse((await run('--json', '--from-scratch')).out)).toEqual(switched);
    expect(asked()[0]).toBe('POST /v1/projections/households/_rebuild {"fromScratch":true,"compareOnly":false}');
  });

  it('goes back, and forgets', async () => {
    reports = [{ ...switched, kind: 'back', generation: 3, events: 7, differences: null }];
    expect((await run('--back')).out).toBe('generation 3 serves again; 7 events were new to it\n');
    reports = [null];
    expect((await run('--forget')).out).toBe('the former view is dropped\n');
    expect(asked()).toEqual(['POST /v1/projections/households/_back {}', 'POST /v1/projections/households/_forget {}']);
  });

  it('says that the view serves as before when it failed', async () => {
    reports = [{ ...begun, stage: 'failed', endedAt: begun.startedAt, fault: 'Error | at a line' }];
    const { exitCode, err } = await run();
    expect([exitCode, err]).toEqual([1, 'kring: the rebuild failed and the view serves as before; the same command goes on with it. It failed with Error | at a line.\n']);
  });

  it('says why the hub refuses', async () => {
    refusal = { status: 409, body: { type: 'about:blank', title: 'Conflict', status: 409, detail: 'This projection is being rebuilt already.' } };
    const { exitCode, err } = await run();
    expect([exitCode, err]).toEqual([1, 'kring: the hub refused (409): Conflict: This projection is being rebuilt already.\n']);
  });

  it('asks as the operator of the demonstration when nobody is named', async () => {
    await kring(['rebuild', '--url', hub.url]);
    expect(hub.asked[0]).toMatchObject({ path: '/oauth/token', body: expect.stringContaining('user=beheerder%40hub') });
  });

  it.each([[['--back', '--forget']], [['--back', '--from-scratch']], [['No Name']]])('refuses %j', async (words) => {
    expect((await run(...words)).exitCode).toBe(2);
    expect(hub.asked).toEqual([]);
  });

  it('says what to do where the folder holds no events', async () => {
    const { exitCode, err } = await run('--data', '/nowhere/at/all');
    expect(exitCode).toBe(1);
    expect(err).toBe('kring: there are no stored events in /nowhere/at/all.\n');
  });
});
