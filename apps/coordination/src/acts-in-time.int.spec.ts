import { describe, expect, it } from '@jest/globals';
import { ActingHub, type Said } from './testing/acting-hub.ts';
import { assigned, registered, released, signalled, started, visit } from './testing/tellings.ts';

const friday = '2026-03-06T15:00:00.000Z';
const tenDaysLater = '2026-03-16T15:00:00.000Z';
const hourMs = 3_600_000;

const dayOfNews = async (): Promise<ActingHub> => {
  const hub = new ActingHub(friday);
  for (const one of [registered(), started('omring'), started('mee'), signalled('omring', 's-1', 'urgent'), signalled('omring', 's-2'), visit('omring', 'v-1', '2026-03-11T09:00:00.000Z'), visit('mee', 'v-2', '2026-03-11T09:15:00.000Z')]) await hub.tell(one);
  for (const one of [registered('h-2'), started('ons', {}, { householdId: 'h-2' }), { ...signalled('ons', 's-3', 'low'), householdId: 'h-2' }]) await hub.tell(one);
  return hub;
};

/** A hub that is never away. */
const neverAway = async (): Promise<ActingHub> => {
  const hub = await dayOfNews();
  const running = hub.start();
  await running.whenCaughtUp();
  for (let now = Date.parse(friday); now <= Date.parse(tenDaysLater); now += hourMs) {
    hub.clock.set(new Date(now).toISOString());
    await running.act();
  }
  await running.stop();
  return hub;
};

const said = (hub: ActingHub): readonly Said[] => hub.said;
const deadlines = (hub: ActingHub): readonly string[] => hub.words.filter((words) => words.startsWith('alerts.deadline'));

describe('a term that runs out', () => {
  it('is acted on at its end, and not a moment before', async () => {
    const hub = await dayOfNews();
    const running = hub.start();
    await running.whenCaughtUp();
    hub.clock.set('2026-03-09T22:59:59.999Z');
    await running.act();
    expect(deadlines(hub)).toEqual([]);
    hub.clock.set('2026-03-09T23:00:00.000Z');
    await running.act();
    expect(deadlines(hub)).toEqual(['alerts.deadline-passed A04 2026-03-09']);
    await running.stop();
  });

  it('is acted on after ten days away exactly as by a hub that was never away, each once and in the order of time', async () => {
    const hub = await dayOfNews();
    await hub.actNow();
    hub.clock.set(tenDaysLater);
    await hub.actNow();
    expect(said(hub)).toEqual(said(await neverAway()));
    expect(new Set(said(hub).map(({ id }) => id)).size).toBe(said(hub).length);
    const times = said(hub).map(({ occurredAt }) => occurredAt);
    expect(times).toEqual(times.toSorted());
    expect(hub.words.slice(4)).toEqual([
      'alerts.deadline-passed A04 2026-03-09', 'alerts.raised A04 2026-03-09',
      'alerts.cleared A07 2026-03-11',
      'alerts.deadline-passed A01 2026-03-13', 'alerts.deadline-passed A03 2026-03-13', 'alerts.deadline-passed A04 2026-03-13', 'alerts.raised A03 2026-03-13', 'alerts.raised A04 2026-03-13',
    ]);
  });

  it('is acted on though the hub fell over before it had looked at the news at all', async () => {
    const hub = await dayOfNews();
    hub.clock.set(tenDaysLater);
    await hub.actNow();
    expect(said(hub)).toEqual(said(await neverAway()));
  });

  it('says when it ran out, whenever the hub noticed, and when it was written down', async () => {
    const hub = await dayOfNews();
    hub.clock.set(tenDaysLater);
    await hub.actNow();
    const raised = hub.log.events.find(({ type, data }) => type === 'nl.kring.alerts.raised.v1' && data['code'] === 'A03');
    expect(raised).toMatchObject({ recordedAt: tenDaysLater, data: { since: '2026-03-13T23:00:00.000Z', occurredAt: '2026-03-13T23:00:00.000Z' }, metadata: { time: tenDaysLater, occurredAt: '2026-03-13T23:00:00.000Z', partner: 'hub', subject: 'h-1' } });
  });

  it('is not acted on when what it waited for came in time', async () => {
    const hub = await dayOfNews();
    await hub.actNow();
    hub.clock.set('2026-03-09T12:00:00.000Z');
    for (const signalId of ['s-1', 's-2']) await hub.tell({ partner: 'gemeente', type: 'signals.answered', data: { signalId, outcome: 'taken-up' } });
    hub.clock.set(tenDaysLater);
    await hub.actNow();
    expect(hub.words.filter((words) => words.includes('A04'))).toEqual([]);
  });

  it('is acted on before what was told later, though both wait for a hub that was away', async () => {
    const hub = await dayOfNews();
    await hub.actNow();
    hub.clock.set('2026-03-12T12:00:00.000Z');
    await hub.tell({ partner: 'gemeente', type: 'signals.answered', data: { signalId: 's-1', outcome: 'taken-up' } });
    await hub.tell(assigned('gemeente'));
    hub.clock.set('2026-03-12T18:00:00.000Z');
    await hub.tell(released('gemeente'));
    hub.clock.set(tenDaysLater);
    await hub.actNow();
    expect(hub.words.slice(4, 11)).toEqual([
      'alerts.deadline-passed A04 2026-03-09', 'alerts.raised A04 2026-03-09',
      'alerts.cleared A07 2026-03-11',
      'alerts.cleared A01 2026-03-12', 'alerts.cleared A04 2026-03-12',
      'alerts.raised A01 2026-03-12', 'contact-persons.proposed longest-involved 2026-03-12',
    ]);
  });

  it('waits where the clock stands behind the log', async () => {
    const hub = await dayOfNews();
    await hub.actNow();
    const before = hub.said.length;
    hub.clock.set('2026-03-01T00:00:00.000Z');
    await hub.actNow();
    expect(hub.said).toHaveLength(before);
  });
});
