import { describe, expect, it } from '@jest/globals';
import { defaultRules } from '@kring/household';
import { HouseholdView, runInline } from '@kring/projection-runtime';
import type { Told } from '../testing/household-history.ts';
import { OperatedHub } from '../testing/operated-hub.ts';
import { comparableRow } from './comparable-row.ts';
import { HouseholdProjection } from './household-projection.ts';

const partners = ['omring', 'mee', 'meander', 'ons-stede-broec'];
const households = 25;
const anHour = 3_600_000;

/** Chance from a seed (mulberry32). */
const chanceFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** What may be told of a household next: late and early, ended and begun, united and taken apart. */
const something = ({ history }: OperatedHub, chance: () => number): Told => {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const household = () => `h-${Math.floor(chance() * households)}`;
  const at = new Date(Date.UTC(2026, 4, 1) + Math.floor(chance() * 40 * 24) * anHour).toISOString();
  const id = household();
  return pick([
    () => history.registered(id, at),
    () => history.involved(id, pick(partners), at),
    () => history.ended(id, pick(partners), at),
    () => history.contactPerson(id, pick(partners), at),
    () => history.visit(id, pick(partners), `v-${Math.floor(chance() * 5)}`, new Date(Date.parse(at) + 30 * anHour).toISOString(), at),
    () => (chance() < 0.2 ? history.merged(id, [household()], at) : history.involved(id, pick(partners), at)),
    () => (chance() < 0.1 ? history.split(id, [household()], at) : history.visit(id, pick(partners), 'v-9', at, at)),
  ])();
};

describe.each([1, 2, 3])('a view of households that is made anew while it is told to and time passes (seed %i)', (seed) => {
  it('is the live view, byte for byte but for when each circle was drawn', async () => {
    const hub = await OperatedHub.open();
    const chance = chanceFrom(seed);
    try {
      for (let n = 0; n < 150; n += 1) await hub.tell(something(hub, chance));
      let telling = true;
      const teller = (async () => {
        for (let n = 0; telling; n += 1) {
          const { stream, event } = something(hub, chance);
          await hub.parts.eventStore.append(stream, [event], 'any');
          if (n % 10 === 0) hub.now = new Date(hub.now.getTime() + 5 * anHour);
          if (n % 15 === 0) await hub.rebuilds.run.tick();
        }
      })();
      await hub.rebuilds.rebuild();
      const report = await hub.rebuilds.whenSettled();
      telling = false;
      await teller;
      expect(report).toMatchObject({ stage: 'switched', generation: 1, differences: { count: 0, atLeast: false, first: [] } });
      await sameAsInline(hub);
    } finally {
      await hub.close();
    }
  });
});

describe('a circle that was made anew', () => {
  it('is newer than the one that it replaces, so that whoever follows it is sent it', async () => {
    const hub = await OperatedHub.open();
    const { history } = hub;
    await hub.tell(history.registered('h-1', '2026-01-01T00:00:00Z'));
    const view = new HouseholdView(hub.rebuilds.view);
    const drawnByTime = async () => (await view.circle('h-1'))?.drawnByTime;
    expect(await drawnByTime()).toBeNull();
    await hub.rebuilds.rebuild();
    await hub.rebuilds.whenSettled();
    expect(await drawnByTime()).toBe(hub.now.toISOString());
    await hub.close();
  });
});

/** The same definition over the same log, at once and in memory. */
const sameAsInline = async (hub: OperatedHub): Promise<void> => {
  const { eventStore, viewStore } = hub.parts;
  expect(await hub.rebuilds.run.waitFor(await eventStore.head(), 5_000)).toBe(true);
  await hub.rebuilds.run.tick();
  const regions = { rulesFor: () => defaultRules, organisationsBehind: (code: string) => [code], municipalityOf: () => null };
  const inline = runInline(new HouseholdProjection({ regions, now: () => hub.now }));
  for await (const batch of eventStore.readAll({ after: '' })) await inline.apply(batch);
  await inline.tick(hub.now);
  for (const { collection, key, value } of inline.rows()) {
    const [stored] = await viewStore.get(`${collection}~1`, [key]);
    expect([collection, key, stored && Buffer.from(comparableRow(collection, stored)).toString()]).toEqual([collection, key, Buffer.from(comparableRow(collection, value)).toString()]);
  }
};
