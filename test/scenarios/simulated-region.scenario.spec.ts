import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Outcome } from '@kring/door';
import { circleAt, type HouseholdEvent, type SealedCircle } from '@kring/household';
import { householdEventOf } from '@kring/projection-runtime';
import { walk } from '@kring/replay';
import { simulate, townOf, type Delivery } from '@kring/simulation';
import { hubInProcess } from '../support/hub-in-process.ts';

/**
 * How many households live in the region that is simulated, over how many years: a street here, a municipality of 42,000
 * inhabitants with KRING_SIMULATED_HOUSEHOLDS=22000 KRING_SIMULATED_YEARS=2.
 */
const households = Number(process.env['KRING_SIMULATED_HOUSEHOLDS'] ?? 60);
const years = Number(process.env['KRING_SIMULATED_YEARS'] ?? 2);
const region = process.env['KRING_SIMULATED_REGION'] ?? 'veendam-pekela';
/** A delivery may take some tens of milliseconds on a busy machine. */
const longMs = 180_000 + households * years * 300;

const end = new Date('2026-01-01T00:00:00.000Z');
const dayMs = 86_400_000;
/** So many events of one partner go in one request at most. */
const batch = 500;
/** How often the hub looks at what is due while the years pass. */
const lookEveryMs = 90 * dayMs;

const withoutTimes = ({ asOf: _asOf, knownAt: _knownAt, freshness, ...circle }: SealedCircle) => ({ ...circle, freshness: freshness.map(({ organisation, lastEventAt }) => ({ organisation, lastEventAt })) });

describe(`a simulated region of ${households} households, over ${years} years`, () => {
  let hub: Awaited<ReturnType<typeof hubInProcess>>;
  const outcomes: Outcome[] = [];
  let deliveries = 0;
  let again = 0;

  /** What came in a day, each partner's own in its order; the requests of different partners are on their way at the same time. */
  const deliver = async (day: readonly Delivery[]): Promise<void> => {
    hub.clock.at = new Date(day.at(-1)!.at);
    const requests = [...Map.groupBy(day, ({ partner }) => partner)].flatMap(([partner, own]) =>
      Array.from({ length: Math.ceil(own.length / batch) }, (_, index) => ({ partner, events: own.slice(index * batch, (index + 1) * batch) })));
    const answers = await Promise.all(requests.map(({ partner, events }) => hub.door.admit({ partner, by: null }, events.map(({ event }) => ({ value: event, bytes: 0 })))));
    outcomes.push(...answers.flat());
  };

  beforeAll(async () => {
    hub = await hubInProcess();
    let [day, look]: [Delivery[], number] = [[], 0];
    for (const delivery of simulate({ town: townOf(hub.regions, region)!, households, years, seed: 'region' })) {
      deliveries += 1;
      if (delivery.again) again += 1;
      if (day.length > 0 && delivery.at - day[0]!.at > dayMs) {
        await deliver(day);
        day = [];
        look ||= delivery.at;
        if (delivery.at - look > lookEveryMs) await hub.act(new Date((look = delivery.at)));
      }
      day.push(delivery);
    }
    await deliver(day);
    await hub.act(end);
  }, longMs);
  afterAll(() => hub?.close(), longMs);

  const histories = async (): Promise<Map<string, HouseholdEvent[]>> => {
    const found = new Map<string, HouseholdEvent[]>();
    for await (const events of hub.events.readAll({ after: '' })) {
      for (const recorded of events) {
        const event = householdEventOf(recorded);
        if (event) found.set(event.householdId, [...(found.get(event.householdId) ?? []), event]);
      }
    }
    return found;
  };
  const rules = (area: string) => hub.regions.rulesFor(area);

  it('lets every event in, each brought to its household, and those that were sent again once', () => {
    const count = (status: Outcome['status']): number => outcomes.filter((outcome) => outcome.status === status).length;
    expect({ accepted: count('accepted'), duplicates: count('duplicate'), rejected: count('rejected'), unresolved: count('unresolved') }).toEqual({ accepted: deliveries - again, duplicates: again, rejected: 0, unresolved: 0 });
    expect(new Set(outcomes.flatMap(({ householdId }) => householdId ?? [])).size).toBe(households);
  });

  it('draws by hand, from the log alone, the very circles that the live view has', async () => {
    const asOf = end.toISOString();
    const differing: string[] = [];
    for (const [householdId, history] of await histories()) {
      const row = await hub.view.circle(householdId);
      const { circle } = circleAt(history, { householdId, asOf, knownAt: asOf }, rules);
      if (JSON.stringify(row && withoutTimes(row.circle)) !== JSON.stringify(withoutTimes(circle))) differing.push(householdId);
    }
    expect(differing).toEqual([]);
  }, longMs);

  it('ends, gone through event by event, in those same circles', async () => {
    const until = end.toISOString();
    const differing: string[] = [];
    for (const [householdId, history] of await histories()) {
      let last: SealedCircle | undefined;
      for (const { after } of walk({ householdId, history, rules }, { from: -1, until })) last = after;
      const row = await hub.view.circle(householdId);
      if (JSON.stringify(row && withoutTimes(row.circle)) !== JSON.stringify(last && withoutTimes(last))) differing.push(householdId);
    }
    expect(differing).toEqual([]);
  }, longMs);

  it('makes, rebuilt from the first event, a view that differs in no row', async () => {
    await hub.rebuilds.rebuild({ compareOnly: true });
    const report = await hub.rebuilds.whenSettled();
    expect(report).toMatchObject({ stage: 'compared', differences: { count: 0 } });
    expect(report!.rows).toBeGreaterThan(households);
  }, longMs);
});
