import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { Circle } from '@kring/contracts';
import { startHub, type RunningHub } from '../support/hub.ts';
import { logIn, verdictOn, type Verdict } from './checker.ts';
import { Office, chanceFrom, householdBsns } from './load.ts';

const kills = Number(process.env['KRING_TEST_KILLS'] ?? 5);
const seed = Number(process.env['KRING_TEST_SEED'] ?? 20261122);
const partners = ['omring', 'noordermaat', 'mee-drenthe', 'meander'];
const hookMs = 120_000 + kills * 15_000;

/** The circles of these households as a partner reads them, all at the same moment, without what differs from reading to reading. */
const circlesAt = async (hub: RunningHub, bsns: readonly string[], moment: string): Promise<Record<string, Circle>> => {
  const token = await hub.token('omring');
  const circles: Record<string, Circle> = {};
  for (const bsn of bsns) {
    const found = await hub.post<{ households: { householdId: string }[] }>('/v1/households/_search', token, { bsn });
    const [household] = found.body.households;
    if (!household) continue;
    const answer = await hub.get<Circle>(`/v1/households/${household.householdId}/circle?asOf=${moment}&knownAt=${moment}`, token);
    expect(answer.status).toBe(200);
    circles[household.householdId] = answer.body;
  }
  return circles;
};

describe(`a hub that is killed ${kills} times while it is published to (seed ${seed})`, () => {
  const chance = chanceFrom(seed);
  let hub: RunningHub;
  let offices: Office[];
  let verdict: Verdict;

  beforeAll(async () => {
    const env = { KRING_DEMO: 'false' };
    hub = await startHub({ env });
    const sources = await Promise.all(partners.map((partner) => hub.sourceOf(partner)));
    offices = partners.map((partner, at) => new Office(partner, sources[at] ?? '', chance));
    for (let killed = 0; killed < kills; killed++) {
      const publishing = Promise.all(offices.map((office) => office.publish(hub)));
      await pass(100 + chance() * 900);
      await hub.kill();
      await publishing;
      hub = await startHub({ data: hub.data, port: hub.port, env });
    }
    const publishing = Promise.all(offices.map((office) => office.publish(hub)));
    await pass(300);
    for (const office of offices) office.stop();
    await publishing;
    await hub.end();
    verdict = verdictOn(await logIn(hub.data), offices.flatMap(({ acknowledged }) => [...acknowledged.values()]));
  }, hookMs);
  afterAll(() => hub?.stop(), hookMs);

  it('keeps every event that it acknowledged', () => {
    expect(offices.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)).toBeGreaterThan(500);
    expect(verdict.lost).toEqual([]);
  });

  it('has none of them twice, although all were sent until they were acknowledged', () => {
    expect(verdict.twice).toEqual([]);
    expect(verdict.stored).toBeGreaterThan(500);
  });

  it('keeps the order in which each partner spoke of a household', () => expect(verdict.disordered).toEqual([]));

  it('shows the circles that are drawn from nothing', async () => {
    const env = { KRING_DEMO: 'false' };
    hub = await startHub({ data: hub.data, env });
    const moment = new Date().toISOString();
    const lived = await circlesAt(hub, householdBsns(), moment);
    await hub.end();
    for (const view of ['views.db', 'door.db']) for (const end of ['', '-wal', '-shm']) rmSync(join(hub.data, `${view}${end}`), { force: true });
    hub = await startHub({ data: hub.data, env });
    expect(Object.keys(lived).length).toBeGreaterThan(20);
    expect(await circlesAt(hub, householdBsns(), moment)).toEqual(lived);
  }, hookMs);
});
