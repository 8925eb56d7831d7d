import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startHub, type RunningHub } from '../../support/hub.ts';
import { eventually, given, hookMs } from '../story.ts';
import { households, type ToldHousehold } from '../told-household.ts';
import { assigned, ended, signalled, started } from '../tellings.ts';

jest.setTimeout(hookMs);

/** Ten seconds before midnight in Amsterdam a week later, when the first terms of five working days and of two weeks end. */
const beforeMidnight = '2026-03-27T22:59:50Z';
const [friday, monday, thatNoon] = ['2026-03-20T09:00:00Z', '2026-03-30T09:00:00Z', '2026-03-30T12:00:00Z'];

/** What stands ten days later: between the two the clocks go forward, on 29 March. */
const standing = {
  shared: ['A01 2026-03-20T08:30:00.000Z urgent', 'A03 2026-03-27T23:00:00.000Z warning', 'A04 2026-03-23T23:00:00.000Z urgent', 'A11 2026-03-27T23:00:00.000Z warning'],
  cared: ['A08 2026-03-27T23:00:00.000Z warning', 'A11 2026-03-28T23:00:00.000Z warning', 'A22 2026-03-29T22:00:00.000Z warning'],
  left: ['A09 2026-03-27T23:00:00.000Z warning'],
};

/** What the hub said of its own accord, as the log has it. */
type Said = { readonly id: string; readonly type: string; readonly data: { readonly alertId?: string; readonly code?: string; readonly since?: string } };

/** Alerts that time alone raises are the hub's own work: they are durable, and a hub that was stopped owes them. */
describe('a hub that is stopped on a Friday and started ten days later', () => {
  const folders: string[] = [];
  const folder = (): string => folders[folders.push(mkdtempSync(join(tmpdir(), 'kring-away-'))) - 1] ?? '';
  const [away, watching] = [folder(), folder()];
  let shared: ToldHousehold;
  let cared: ToldHousehold;
  let left: ToldHousehold;
  let foreseen: string[][];

  const at = (data: string, clock: string): Promise<RunningHub> => startHub({ data, env: { KRING_DEMO: 'false', KRING_CLOCK: clock } });

  const saidOf = async (hub: RunningHub, { id }: ToldHousehold): Promise<Said[]> => {
    const answer = await given(hub).person('auditor@hub').ask(`/v1/audit/events?stream=hub-${id}&limit=500`, { headers: { 'replay-reason': 'is each alert told once' } });
    const { events } = (await answer.json()) as { events: Said[] };
    return events.filter(({ type }) => /alerts|matches|contact-persons/.test(type)).map(({ id: event, type, data }) => ({ id: event, type, data }));
  };

  const alertsOn = async (hub: RunningHub, { id }: ToldHousehold, asOf?: string): Promise<string[]> =>
    (await given(hub).partner('gemeente-stede-broec').sees(id, asOf)).alerts.map(({ code, since, severity }) => `${code} ${since} ${severity}`);

  /** Everything that two hubs must agree about. */
  const everything = async (hub: RunningHub) => {
    const worklist = await given(hub).partner('gemeente-stede-broec').ask('/v1/alerts?limit=500');
    return {
      alerts: [await alertsOn(hub, shared), await alertsOn(hub, cared), await alertsOn(hub, left)],
      said: [await saidOf(hub, shared), await saidOf(hub, cared), await saidOf(hub, left)],
      worklist: ((await worklist.json()) as { alerts: object[] }).alerts,
    };
  };

  beforeAll(async () => {
    const hub = await at(away, friday);
    const household = households(hub, 400);
    [shared, cared, left] = [await household(), await household(), await household()];
    await shared.when(started('omring', '2026-03-13T09:00:00Z'), signalled('omring', '2026-03-20T08:00:00Z', { urgency: 'urgent', addressedTo: 'ons-stede-broec' }), started('de-woonschakel', '2026-03-20T08:30:00Z'));
    await cared.when(started('omring', '2026-03-14T09:00:00Z'), assigned('gemeente-stede-broec', '2026-02-27T09:00:00Z'));
    await left.when(started('omring', '2026-03-02T09:00:00Z'), assigned('gemeente-stede-broec', '2026-03-03T09:00:00Z'), ended('omring', '2026-03-13T09:00:00Z'));
    await eventually(async () => (await saidOf(hub, shared)).some(({ type }) => type.includes('proposed')));
    foreseen = [await alertsOn(hub, shared, monday), await alertsOn(hub, cared, monday), await alertsOn(hub, left, monday)];
    await hub.end();
    cpSync(away, watching, { recursive: true });
  });
  afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true, force: true })));

  it('foresaw on that Friday what would stand', () => {
    expect(foreseen).toEqual([standing.shared, standing.cared, standing.left]);
  });

  it('shows and says exactly what a hub does over which midnight passed in between, each alert once', async () => {
    const between = await at(watching, beforeMidnight);
    expect(await eventually(async () => (await alertsOn(between, shared)).includes('A03 2026-03-27T23:00:00.000Z warning'))).toBe(true);
    await eventually(async () => (await saidOf(between, shared)).some(({ type, data }) => type.includes('alerts.raised') && data.code === 'A03'));
    await between.end();
    const there = await at(watching, monday);
    const seen = await everything(there);
    await there.end();
    const back = await at(away, monday);
    const again = await everything(back);
    await back.kill();
    expect(again).toEqual(seen);
    expect(again.alerts).toEqual([standing.shared, standing.cared, standing.left]);
    for (const said of again.said) {
      const raised = said.filter(({ type }) => type.includes('alerts.raised')).map(({ data }) => `${data.code} ${data.since}`);
      expect(raised).toEqual([...new Set(raised)]);
      expect(new Set(said.map(({ id }) => id)).size).toBe(said.length);
    }
    expect(again.worklist).toHaveLength(Object.values(standing).flat().length);
  });

  it('says nothing more when it is killed and started once more', async () => {
    const hub = await at(away, thatNoon);
    const said = await saidOf(hub, shared);
    expect(new Set(said.map(({ id }) => id)).size).toBe(said.length);
    expect(said.filter(({ type }) => type.includes('alerts.raised'))).toHaveLength(standing.shared.length);
    expect(await alertsOn(hub, cared)).toEqual(standing.cared);
    await hub.end();
  });
});
