import { describe, expect, it } from '@jest/globals';
import { validateData } from '@kring/contracts';
import { AppendOutcomeUnknown, EventStoreUnavailable, type EventStore } from '@kring/event-store';
import { defaultRules } from '@kring/household';
import { hubEvent } from '@kring/door';
import { ActingHub } from './testing/acting-hub.ts';
import { assigned, ended, matchClosed, merged, registered, signalled, started } from './testing/tellings.ts';

const morning = '2026-03-02T09:00:00.000Z';

const told = async (...tellings: readonly Parameters<ActingHub['tell']>[0][]): Promise<ActingHub> => {
  const hub = new ActingHub(morning);
  for (const one of tellings) await hub.tell(one);
  return hub;
};

/** The log, with something in the way of an append. */
const withAppend = ({ log }: ActingHub, inTheWay: (original: EventStore['append']) => EventStore['append']): EventStore => ({
  append: inTheWay((...args) => log.append(...args)),
  readStream: (...args) => log.readStream(...args),
  readAll: (...args) => log.readAll(...args),
  subscribe: (...args) => log.subscribe(...args),
  head: () => log.head(),
  close: () => log.close(),
});

describe('news of a household', () => {
  it('makes the hub detect a match, raise an alert and propose a contact person, in one append', async () => {
    const hub = await told(registered(), started('omring'), started('mee'));
    await hub.actNow();
    expect(hub.words).toEqual(['matches.detected 2026-03-02', 'alerts.raised A01 2026-03-02', 'contact-persons.proposed longest-involved 2026-03-02']);
    const events = hub.log.events.filter(({ stream }) => stream === 'hub-h-1');
    expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    for (const { id, metadata } of events) {
      expect(metadata).toEqual({ id, source: 'urn:nld:kvknr:90000000:systeem:kring-hub', time: morning, partner: 'hub', subject: 'h-1', occurredAt: morning, kind: expect.stringMatching(/^(household|hub)$/), personal: [], decidedAt: morning });
    }
    for (const { type, data } of events.filter(({ type: one }) => !one.includes('proposed'))) expect(validateData(type, data)).toEqual([]);
  });

  it('says nothing of a calm household', async () => {
    const hub = await told(registered(), started('omring'));
    await hub.actNow();
    expect(hub.said).toEqual([]);
  });

  it('is acted on by itself, soon after it was told', async () => {
    const hub = await told(registered(), started('omring'));
    const spoke = Promise.withResolvers<void>();
    const running = hub.start(undefined, { settleMs: 1, told: () => spoke.resolve() });
    await running.whenCaughtUp();
    await hub.tell(started('mee'));
    await spoke.promise;
    await running.whenCaughtUp();
    expect(hub.words).toContain('matches.detected 2026-03-02');
    await running.stop();
  });

  it('is not what the hub says itself: its own words lead to nothing', async () => {
    const hub = await told(registered(), started('omring'), started('mee'));
    const running = hub.start();
    await running.whenCaughtUp();
    const { length } = hub.log.events;
    for (let again = 0; again < 3; again += 1) await running.whenCaughtUp();
    expect(hub.log.events).toHaveLength(length);
    await running.stop();
    await hub.actNow();
    expect(hub.log.events).toHaveLength(length);
  });

  it('leads to a new match after the close, and to no third while that is open', async () => {
    const hub = await told(registered(), started('omring'), started('mee'));
    await hub.actNow();
    const [first] = hub.said.filter(({ type }) => type === 'matches.detected');
    hub.clock.set('2026-03-03T09:00:00.000Z');
    await hub.tell(matchClosed('mee', String(first?.data['matchId'])));
    await hub.tell(started('ons'));
    await hub.actNow();
    hub.clock.set('2026-03-04T09:00:00.000Z');
    await hub.tell(started('ons', { involvementId: 'i-ons-2' }));
    await hub.actNow();
    const matches = hub.said.filter(({ type }) => type === 'matches.detected');
    expect(matches).toHaveLength(2);
    expect(matches[1]?.data['matchId']).not.toBe(first?.data['matchId']);
  });

  it('of several households is acted on in each, whatever the other does', async () => {
    const hub = await told(registered(), registered('h-2'), started('omring'), started('omring', {}, { householdId: 'h-2' }), started('mee', {}, { householdId: 'h-2' }));
    await hub.actNow({ householdsPerStep: 1, maxEventsAtHand: 1 });
    expect(new Set(hub.said.map(({ stream }) => stream))).toEqual(new Set(['hub-h-2']));
  });

  it('that two households are one makes one match of both, told under the id that stands for them', async () => {
    const hub = await told(registered(), started('omring'), registered('h-2'), started('mee', {}, { householdId: 'h-2' }), signalled('ons'));
    await hub.actNow();
    expect(hub.said).toEqual([]);
    hub.clock.set('2026-03-03T09:00:00.000Z');
    await hub.tell(merged('h-2', 'h-1'));
    await hub.actNow();
    expect(hub.said.map(({ stream, type }) => [stream, type])).toEqual([['hub-h-1', 'alerts.raised'], ['hub-h-1', 'matches.detected'], ['hub-h-1', 'contact-persons.proposed']]);
  });

  it('that two households are one leaves what was said of each as it was said', async () => {
    const both = [registered(), signalled('ons'), registered('h-2'), { ...signalled('omring', 's-2'), householdId: 'h-2' }];
    const hub = await told(...both);
    await hub.actNow();
    expect(hub.words).toEqual(['alerts.raised A21 2026-03-02', 'alerts.raised A21 2026-03-02']);
    hub.clock.set('2026-03-03T09:00:00.000Z');
    await hub.tell(merged('h-1', 'h-2'));
    await hub.actNow();
    expect(hub.words.slice(2)).toEqual(['alerts.cleared A21 2026-03-03']);
  });
});

describe('the hub that acts, when a store fails', () => {
  it('says what it has to say when the log is back', async () => {
    const hub = await told(registered(), started('omring'), started('mee'));
    let refused = 0;
    const eventStore = withAppend(hub, (append) => (...args) => ((refused += 1) < 3 ? Promise.reject(new EventStoreUnavailable('away')) : append(...args)));
    const running = hub.start(undefined, { eventStore });
    await running.whenCaughtUp();
    expect(refused).toBe(3);
    expect(hub.said).toHaveLength(3);
    await running.stop();
  });

  it('says a thing once though it never hears that it was taken', async () => {
    const hub = await told(registered(), started('omring'), started('mee'));
    let unheard = 0;
    const eventStore = withAppend(hub, (append) => async (...args) => {
      const appended = await append(...args);
      if ((unheard += 1) <= 6) throw new AppendOutcomeUnknown('the answer was lost');
      return appended;
    });
    const running = hub.start(undefined, { eventStore });
    await running.whenCaughtUp();
    await running.stop();
    expect(unheard).toBe(4);
    expect(hub.said).toHaveLength(3);
  });

  it('decides again when another spoke in its stream meanwhile', async () => {
    const hub = await told(registered(), started('omring'), started('mee'));
    let first = true;
    const eventStore = withAppend(hub, (append) => async (...args) => {
      if (first) await hub.log.append('hub-h-1', [hubEvent('nl.kring.households.merged.v1', 'h-1', 'by the door', { from: ['h-9'] }, morning)], 'any');
      first = false;
      return append(...args);
    });
    const running = hub.start(undefined, { eventStore });
    await running.whenCaughtUp();
    expect(hub.words).toEqual(['households.merged 2026-03-02', 'matches.detected 2026-03-02', 'alerts.raised A01 2026-03-02', 'contact-persons.proposed longest-involved 2026-03-02']);
    await running.stop();
  });

  it('puts off a household that it cannot decide on, and goes on with the others', async () => {
    const hub = await told(registered(), started('omring'), started('mee'), registered('h-2'), started('omring', {}, { householdId: 'h-2' }), started('mee', {}, { householdId: 'h-2' }));
    await hub.tell({ partner: 'gemeente', type: 'households.moved', data: { area: 'nowhere' } });
    let mended = false;
    const rulesFor = (area: string): typeof defaultRules => {
      if (area === 'nowhere' && !mended) throw new Error('no rules hold here');
      return defaultRules;
    };
    const running = hub.start(undefined, { regions: { rulesFor } });
    await running.whenCaughtUp();
    expect(new Set(hub.said.map(({ stream }) => stream))).toEqual(new Set(['hub-h-2']));
    expect(running.postponed).toBe(1);
    mended = true;
    hub.clock.set('2026-03-02T11:00:00.000Z');
    await running.act();
    expect(new Set(hub.said.map(({ stream }) => stream))).toEqual(new Set(['hub-h-1', 'hub-h-2']));
    await running.stop();
  });

  it('does not wait for ever for what it had no time for', async () => {
    const hub = await told(registered(), started('omring'), assigned('omring'), ended('omring'));
    const running = hub.start();
    await running.stop();
    await expect(running.whenCaughtUp()).rejects.toThrow();
    await running.ended;
  });
});
