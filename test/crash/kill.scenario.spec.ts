import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegions } from '@kring/regions';
import { chanceFrom, seedOf } from '../support/chance.ts';
import { Campaign } from './campaign.ts';
import { circlesAt, timeless } from './circles.ts';
import { killsFrom } from './kills.ts';

const count = Number(process.env['KRING_TEST_KILLS'] ?? 20);
const seed = Number(process.env['KRING_TEST_SEED'] ?? 20261122);
const startMs = 60_000;
const lifeMs = 30_000;

describe(`a hub that is killed ${count} times while it is published to (seed ${seed})`, () => {
  let campaign: Campaign;

  beforeAll(async () => {
    campaign = await Campaign.begin(seed, await loadRegions('deploy/regions'));
  });

  afterAll(() => {
    process.stderr.write(`kring: ${campaign.deaths.length} kills, ${campaign.deaths.filter(({ kill, asPlanned }) => kill.at && asPlanned).length} at a chosen commit, ${campaign.promised.size} events acknowledged (seed ${seed})\n`);
    campaign.remove();
  });

  it('loses nothing that it acknowledged, takes nothing twice and keeps the order, after each time', async () => {
    for (const kill of killsFrom(chanceFrom(seedOf(seed, 'kills')), count)) await campaign.live(kill);
    expect(campaign.promised.size).toBeGreaterThan(count * 10);
  }, startMs + count * lifeMs);

  it('was mostly killed at the commits that were chosen', () => {
    const chosen = campaign.deaths.filter(({ kill }) => kill.at !== undefined);
    expect(chosen.filter(({ asPlanned }) => asPlanned).length).toBeGreaterThan(chosen.length / 2);
  });

  it('has taken, in the end, all that was sent until it was acknowledged', async () => {
    const hub = campaign.start();
    expect(await hub.ready()).toBe(true);
    await campaign.settle(hub);
    await hub.end();
    expect(await campaign.check()).toEqual([]);
  }, startMs);

  it('shows the circles that are drawn from nothing, then and now', async () => {
    let hub = campaign.start();
    await hub.ready();
    const moment = new Date().toISOString();
    const then = `?asOf=${moment}&knownAt=${moment}`;
    const lived = { then: await circlesAt(hub, then), now: timeless(await circlesAt(hub, '')) };
    await hub.end();
    for (const view of ['views.db', 'door.db']) for (const end of ['', '-wal', '-shm']) rmSync(join(campaign.data, `${view}${end}`), { force: true });
    hub = campaign.start();
    await hub.ready();
    const drawn = { then: await circlesAt(hub, then), now: timeless(await circlesAt(hub, '')) };
    await hub.end();
    expect(Object.keys(lived.then).length).toBeGreaterThan(20);
    expect(drawn).toEqual(lived);
  }, startMs * 3);
});
