import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditHub } from '../testing/audit-hub.ts';
import { princenhof } from '../testing/princenhof.ts';
import type { EventsPage } from './read-events.query.ts';

/** Opening real stores may take this long on a busy machine. */
const hookMs = 60_000;

describe('the log, event by event', () => {
  let hub: AuditHub;
  let auditor: string;
  beforeAll(async () => {
    hub = await AuditHub.open();
    auditor = hub.token({ subject: 'auditor@hub', kind: 'user', partner: null, roles: ['auditor'] });
    await hub.told(...princenhof);
    hub.made.clock.at = new Date('2026-04-20T12:00:00.000Z');
  }, hookMs);
  afterAll(() => hub.close(), hookMs);

  const ask = (query: string, token = auditor, headers: Record<string, string> = { 'replay-reason': 'Steekproef' }) => hub.get(`/v1/audit/events${query}`, token, headers);
  const page = async (query: string): Promise<EventsPage> => (await ask(query)).json();

  it('shows what is open of each event, and which fields are sealed; never a box', async () => {
    const { events } = await page('?stream=omring-h-1');
    expect(events.map(({ type, withheld }) => [type, withheld])).toEqual([['nl.kring.involvements.started.v1', false], ['nl.kring.residents.informed.v1', false]]);
    expect(events[0]).toMatchObject({
      stream: 'omring-h-1', organisation: 'omring', householdId: 'h-1', occurredAt: '2026-02-02T09:00:00.000Z', personal: ['/professional/name'],
      data: { involvementId: 'i-omring', professional: { id: 'w-omring', role: 'district-nurse' } },
    });
    expect(JSON.stringify(events)).not.toMatch(/Worker|box/);
  });

  it('accounts for every place in the log, and says nothing of what is hidden but its place', async () => {
    const { events } = await page('');
    const places = events.filter(({ stream }) => stream === null || stream.endsWith('-h-1') && !stream.startsWith('access-'));
    expect(places).toHaveLength(princenhof.length);
    expect(events.filter(({ withheld }) => withheld).map(({ recordedAt, stream, type, data }) => [recordedAt.slice(0, 10), stream, type, data])).toEqual([
      ['2026-02-10', null, null, null], ['2026-02-20', null, null, null],
    ]);
    expect(JSON.stringify(events)).not.toMatch(/oggz|mental-health|loneliness/);
  });

  it('brings together what everyone told of one household', async () => {
    const { events } = await page('?household=h-1');
    expect(events).toHaveLength(princenhof.length);
    expect(events.map(({ position }) => position)).toEqual(events.map(({ position }) => position).sort());
    expect((await page('?household=nobody')).events).toEqual([]);
  });

  it('goes on page by page to the end that the reading had at its beginning, though looking adds to the log', async () => {
    const whole = (await page('?until=2026-04-02T00:00:00Z')).events;
    const found = [];
    for (let after = ''; ; ) {
      const { events, next } = await page(`?until=2026-04-02T00:00:00Z&limit=4${after}`);
      found.push(...events);
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(found).toEqual(whole);
  });

  it('ends at an instant or at a position', async () => {
    const { events } = await page('?household=h-1');
    expect((await page('?household=h-1&until=2026-02-03T12:00:00Z')).events).toHaveLength(3);
    expect((await page(`?household=h-1&until=${events[1]?.position}`)).events).toHaveLength(2);
    expect((await page(`?household=h-1&after=${events[1]?.position}&until=${events[2]?.position}`)).events).toEqual(events.slice(2, 3));
  });

  it('is on record, for each household that it told about', async () => {
    await page('?stream=omring-h-1');
    const entries = (await hub.accessLog.read('h-1')).slice(-2);
    expect(entries.map(({ type, view }) => [type.split('.')[3], view]).sort()).toEqual([['household-viewed', 'events'], ['stream-replayed', '']]);
  });

  it('is for an auditor or the privacy officer, who say why', async () => {
    const others = [hub.token({ subject: 'gemeente-stede-broec' }), hub.token({ subject: 'regisseur@gemeente-stede-broec', kind: 'user', partner: 'gemeente-stede-broec', roles: ['coordinator'] }), hub.token({ subject: 'auditor', roles: ['auditor'] })];
    for (const token of others) expect((await ask('', token)).statusCode).toBe(403);
    expect((await ask('', auditor, {})).statusCode).toBe(400);
    expect((await ask('', hub.token({ subject: 'fg@hub', kind: 'user', partner: null, roles: ['privacy-officer'] }))).statusCode).toBe(200);
  });

  it.each(['?stream=a%20b', '?stream=a&household=b', '?until=soon%20', '?after=~bm9uc2Vuc2U', '?after=a%20b', '?limit=5000'])('refuses what it cannot read: %s', async (query) => {
    expect((await ask(query)).statusCode).toBe(400);
  });
});
