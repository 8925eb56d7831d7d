import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '@kring/event-store';
import { circleOf, defaultRules, type SealedCircle } from '@kring/household';
import { HouseholdView, householdEventOf } from '@kring/projection-runtime';
import { HouseholdHistory, type Told } from '../testing/household-history.ts';
import { ViewInMemory, recorded } from '../testing/view-in-memory.ts';
import { HouseholdProjection } from './household-projection.ts';

/** One area, without a municipality: the rules of the software itself. */
const regions = { rulesFor: () => defaultRules, organisationsBehind: (code: string) => [code], municipalityOf: () => null };
const now = '2026-06-01T12:00:00.000Z';
const projection = (at = now, maxEventsAtHand?: number) => new HouseholdProjection({ regions, now: () => new Date(at), maxEventsAtHand });
const circleIn = async (view: ViewInMemory, householdId: string) => (await new HouseholdView(view).circle(householdId))?.circle;

const drawn = async (events: readonly RecordedEvent[]): Promise<ViewInMemory> => {
  const view = new ViewInMemory();
  await view.follow(projection(), events);
  return view;
};

/** Without what depends on when the hub heard of it, and that is meant to. */
const facts = (circle: SealedCircle | undefined): unknown =>
  JSON.parse(JSON.stringify(circle, (key, value: unknown) => (key === 'position' || key === 'learnedAt' ? undefined : value)));

/** Two households that turn out to be one, and a third beside them. */
const story = (): readonly Told[] => {
  const history = new HouseholdHistory();
  return [
    history.registered('h-1', '2026-01-01T00:00:00Z'),
    history.involved('h-1', 'omring', '2026-01-02T00:00:00Z'),
    history.involved('h-1', 'mee', '2026-01-03T00:00:00Z'),
    history.involved('h-2', 'meander', '2026-01-04T00:00:00Z'),
    history.contactPerson('h-2', 'meander', '2026-01-05T00:00:00Z'),
    history.visit('h-1', 'omring', 'v-1', '2026-06-02T09:00:00Z', '2026-01-06T00:00:00Z'),
    history.visit('h-2', 'meander', 'v-2', '2026-06-02T09:30:00Z', '2026-01-07T00:00:00Z'),
    history.ended('h-1', 'mee', '2026-01-08T00:00:00Z'),
    history.merged('h-1', ['h-2'], '2026-01-09T00:00:00Z'),
    history.registered('h-3', '2026-01-10T00:00:00Z'),
    history.involved('h-3', 'omring', '2026-01-11T00:00:00Z'),
  ];
};

const inAnyOrder = fc.shuffledSubarray([...story()], { minLength: story().length });
const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 });

describe('the household projection', () => {
  it('draws the same circle in whatever order, late or twice, the events arrive', async () => {
    const straight = await drawn(recorded(story(), now));
    await fc.assert(
      fc.asyncProperty(inAnyOrder, fc.shuffledSubarray([...story()]), async (once, again) => {
        const view = await drawn(recorded([...once, ...again], now));
        for (const id of ['h-1', 'h-2', 'h-3']) expect(facts(await circleIn(view, id))).toEqual(facts(await circleIn(straight, id)));
      }),
      { numRuns: 60 },
    );
  });

  it('holds after a crash at any point, at any pace, what a view made from nothing holds', async () => {
    const log = recorded(story(), now);
    const whole = (await drawn(log)).contents();
    const flags = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cuts, flags, flags, fc.integer({ min: 0, max: 12 }), async (sizes, crashes, hurries, atHand) => {
        const view = new ViewInMemory();
        let running = projection(now, atHand);
        for (let at = 0, step = 0; at < log.length; step += 1) {
          const batch = log.slice(at, at + (sizes[step % 12] ?? 1));
          const taken = await running.apply(batch, view, hurries[step % 12] ? 'behind' : 'live');
          const crashed = crashes[step % 12] === true;
          if (crashed) running = projection(now, atHand);
          if (crashed && step % 2 === 0) continue;
          view.take(taken);
          at += batch.length;
        }
        await view.ring(running, now);
        expect(view.contents()).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the circle that the domain draws from the same events', async () => {
    const log = recorded(story(), now);
    const view = await drawn(log);
    const events = log.flatMap((event) => householdEventOf(event) ?? []).filter(({ householdId }) => householdId !== 'h-3');
    expect(await circleIn(view, 'h-1')).toEqual(circleOf(events, { householdId: 'h-1', asOf: now, knownAt: now }, defaultRules));
  });

  it('lets a merged household answer under its canonical id, and drops its own circle and lines', async () => {
    const history = new HouseholdHistory();
    const view = new ViewInMemory();
    const told = [history.registered('h-1', '2026-01-01T00:00:00Z'), ...['omring', 'mee'].map((one) => history.involved('h-2', one, '2026-01-02T00:00:00Z'))];
    const log = recorded([...told, history.merged('h-1', ['h-2'], '2026-02-01T00:00:00Z')], now);
    const running = projection();
    await view.follow(running, log.slice(0, 3));
    expect((await circleIn(view, 'h-2'))?.canonicalId).toBe('h-2');
    await view.follow(running, log.slice(3));
    const circle = await circleIn(view, 'h-2');
    expect(circle?.canonicalId).toBe('h-1');
    expect(circle?.involvements.map((one) => one.organisation).sort()).toEqual(['mee', 'omring']);
    expect(view.keys('alert').every((key) => key.includes('/h-1/'))).toBe(true);
    expect(view.keys('due').every((key) => key.endsWith('/h-1'))).toBe(true);
  });

  it('draws a circle for each part of a household that was split', async () => {
    const history = new HouseholdHistory();
    const view = await drawn(recorded([history.registered('h-1', '2026-01-01T00:00:00Z'), history.split('h-1', ['h-9'], '2026-02-01T00:00:00Z')], now));
    expect((await circleIn(view, 'h-9'))?.canonicalId).toBe('h-9');
    expect((await circleIn(view, 'h-1'))?.canonicalId).toBe('h-1');
  });

  it('passes by what is not about one household', async () => {
    const history = new HouseholdHistory();
    const [registered] = recorded([history.registered('h-1', '2026-01-01T00:00:00Z')], now);
    const strangers = ['access-h-1', 'unresolved-h-1'].map((stream) => ({ ...(registered as RecordedEvent), stream }));
    expect((await drawn(strangers)).contents()).toEqual({});
  });

  it('draws a circle anew when time alone changes it, and puts its alert on the worklist', async () => {
    const history = new HouseholdHistory();
    const log = recorded(['omring', 'mee'].map((one) => history.involved('h-1', one, '2026-06-01T08:00:00Z')), now);
    const view = new ViewInMemory();
    let at = now;
    const running = new HouseholdProjection({ regions, now: () => new Date(at) });
    await view.follow(running, log);
    const severity = async () => (await circleIn(view, 'h-1'))?.alerts.find(({ code }) => code === 'A01')?.severity;
    expect(await severity()).toBe('warning');
    at = '2026-06-10T12:00:00.000Z';
    await view.ring(running, at);
    expect(await severity()).toBe('urgent');
    expect(view.keys('due').every((key) => key > at)).toBe(true);
    const [line] = await new HouseholdView(view).alerts(['code=A01', 'area=', 'reader=omring'], { limit: 10 });
    expect(line).toMatchObject({ householdId: 'h-1', alert: { code: 'A01', severity: 'urgent' } });
  });

  it('draws what is due after a restart, from the view alone', async () => {
    const history = new HouseholdHistory();
    const view = await drawn(recorded(['omring', 'mee'].map((one) => history.involved('h-1', one, '2026-06-01T08:00:00Z')), now));
    await view.ring(projection('2026-06-10T12:00:00.000Z'), '2026-06-10T12:00:00.000Z');
    expect((await circleIn(view, 'h-1'))?.alerts[0]?.severity).toBe('urgent');
  });

  /** Two areas are known; of a third there are no rules, and nothing can be drawn. */
  const partly = { ...regions, rulesFor: (area: string) => (area === 'nowhere' ? (() => { throw new TypeError('no rules'); })() : defaultRules) };
  const moved = (history: HouseholdHistory, householdId: string, occurredAt: string) =>
    history.tell({ partner: 'gemeente', householdId, type: 'households.moved', occurredAt, data: { area: 'nowhere' }, personal: ['/address'] });

  it('leaves out what was taken unseen and cannot be drawn, with what comes behind it, and draws the others', async () => {
    const history = new HouseholdHistory();
    const told = [
      history.registered('h-1', '2026-01-01T00:00:00Z'), history.registered('h-2', '2026-01-01T00:00:00Z'),
      moved(history, 'h-1', '2026-01-02T00:00:00Z'), history.involved('h-1', 'omring', '2026-01-03T00:00:00Z'),
    ];
    const running = new HouseholdProjection({ regions: partly, now: () => new Date(now) });
    const view = new ViewInMemory();
    await view.follow(running, recorded(told, now), 'behind');
    const step = await running.tick(new Date(now), view);
    view.take(step);
    expect(step.undone).toMatchObject([{ name: 'h-1', fault: { name: 'TypeError' } }]);
    expect(step.undone?.[0]?.leftOut).toMatchObject([
      { partition: 'h-1', state: 'poisoned', stream: 'gemeente-h-1', type: 'nl.kring.households.moved.v1' },
      { partition: 'h-1', state: 'behind', stream: 'omring-h-1', type: 'nl.kring.involvements.started.v1' },
    ]);
    const without = await drawn(recorded(told.slice(0, 2), now));
    expect(view.contents()).toEqual(without.contents());
  });

  it('draws the rest of a united household without what one part of it cannot take', async () => {
    const history = new HouseholdHistory();
    const told = [
      history.registered('h-1', '2026-01-01T00:00:00Z'), history.involved('h-2', 'omring', '2026-01-02T00:00:00Z'), history.merged('h-1', ['h-2'], '2026-01-03T00:00:00Z'),
      moved(history, 'h-1', '2026-01-04T00:00:00Z'), history.involved('h-2', 'mee', '2026-01-05T00:00:00Z'),
    ];
    const running = new HouseholdProjection({ regions: partly, now: () => new Date(now) });
    const view = new ViewInMemory();
    await view.follow(running, recorded(told, now), 'behind');
    await view.ring(running, now);
    const circle = await circleIn(view, 'h-2');
    expect(circle?.canonicalId).toBe('h-1');
    expect(circle?.involvements.map((one) => one.organisation).sort()).toEqual(['mee', 'omring']);
    expect(view.keys('history')).toHaveLength(4);
  });

  it('draws many events in steps of a bounded size', async () => {
    const history = new HouseholdHistory();
    const told = Array.from({ length: 40 }, (_, household) => Array.from({ length: 120 }, (_one, n) =>
      history.visit(`h-${household}`, 'omring', `v-${n}`, '2026-06-02T09:00:00Z', '2026-01-06T00:00:00Z'))).flat();
    const running = projection(now, 500);
    const view = new ViewInMemory();
    await view.follow(running, recorded(told, now), 'behind');
    const drawnIn: number[] = [];
    for (let more = true; more; ) {
      const step = await running.tick(new Date(now), view);
      view.take(step);
      drawnIn.push(step.touched.length);
      more = step.more;
    }
    expect(drawnIn).toEqual([8, 8, 8, 8, 8]);
  });
});
