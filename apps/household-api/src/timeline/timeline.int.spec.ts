import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdHub, type Telling } from '../testing/household-hub.ts';
import { involved, registered, supported } from '../testing/tellings.ts';
import type { TimelinePage } from './read-timeline.query.ts';

const raised = (householdId: string, partner: string, sensitivity: string, occurredAt: string): Telling => ({
  partner, householdId, type: 'signals.raised', occurredAt, data: { signalId: `g-${sensitivity}`, kind: 'loneliness', domain: 'welfare', urgency: 'normal', sensitivity },
});

describe('the timeline of a household', () => {
  let hub: HouseholdHub;
  let omring: string;
  let gemeente: string;
  beforeAll(async () => {
    hub = await HouseholdHub.open();
    omring = hub.token({ subject: 'omring' });
    gemeente = hub.token({ subject: 'gemeente-stede-broec' });
    await hub.told(
      registered('h-1', '2026-01-01T09:00:00Z'),
      involved('h-1', 'omring', '2026-02-01T09:00:00Z'),
      involved('h-1', 'ons-stede-broec', '2026-03-01T09:00:00Z'),
      involved('h-1', 'oggz', '2026-03-02T09:00:00Z', { sensitivity: 'hidden' }),
      raised('h-1', 'ons-stede-broec', 'normal', '2026-04-01T09:00:00Z'),
      supported('h-1', 's-1', '2026-05-01T09:00:00Z'),
    );
  });
  afterAll(() => hub.close());

  const page = async (token: string, query = ''): Promise<TimelinePage> => (await hub.get(`/v1/households/h-1/timeline${query}`, token)).json();
  const typesOf = ({ entries }: TimelinePage) => entries.map(({ type, organisation }) => `${type.replace('nl.kring.', '')} ${organisation}`);

  it('tells the coordinator what happened, the newest first, in words that hold nothing personal', async () => {
    const { entries } = await page(gemeente);
    expect(typesOf({ entries, next: null })).toEqual([
      'supporters.added.v1 omring', 'signals.raised.v1 ons-stede-broec', 'involvements.started.v1 ons-stede-broec', 'involvements.started.v1 omring',
      'households.registered.v1 gemeente-stede-broec',
    ]);
    expect(entries[0]).toMatchObject({ occurredAt: '2026-05-01T09:00:00Z', recordedAt: '2026-06-01T12:00:00.000Z', subject: 's-1', text: { nl: expect.stringMatching(/\.$/), en: expect.stringMatching(/\.$/) } });
    expect(JSON.stringify(entries)).not.toMatch(/Fenna|Worker|buurvrouw/);
  });

  it('tells a caseworker what stands behind what it sees, and what it told itself', async () => {
    expect(typesOf(await page(omring))).toEqual([
      'supporters.added.v1 omring', 'involvements.started.v1 ons-stede-broec', 'involvements.started.v1 omring', 'households.registered.v1 gemeente-stede-broec',
    ]);
  });

  it('tells a resident of a signal, and not who raised it', async () => {
    hub.found.set('999900006', ['p_h-1']);
    const types = typesOf(await page(hub.token({ subject: 'bewoner-1@resident', kind: 'user', partner: null, roles: ['resident'] })));
    expect(types).toContain('signals.raised.v1 null');
    expect(types.join()).not.toContain('oggz');
  });

  it('goes on where the page before ended', async () => {
    const first = await page(gemeente, '?limit=3');
    const second = await page(gemeente, `?limit=3&after=${first.next}`);
    expect([...typesOf(first), ...typesOf(second)]).toEqual(typesOf(await page(gemeente)));
    expect(second.next).toBeNull();
  });

  it('is refused as the circle is, and on record', async () => {
    expect((await hub.get('/v1/households/h-1/timeline', hub.token({ subject: 'mee-drenthe' }))).statusCode).toBe(404);
    await page(omring);
    expect((await hub.accessLog.read('h-1')).at(-1)).toMatchObject({ view: 'timeline', viewer: 'omring' });
  });
});
