import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdHub } from '../testing/household-hub.ts';
import { involved, registered } from '../testing/tellings.ts';

const day = (n: number) => `2026-05-${String(n).padStart(2, '0')}T09:00:00Z`;

describe('the worklist', () => {
  let hub: HouseholdHub;
  let omring: string;
  beforeAll(async () => {
    hub = await HouseholdHub.open();
    omring = hub.token({ subject: 'omring' });
    for (const n of [3, 1, 2]) await hub.told(registered(`h-${n}`), involved(`h-${n}`, 'omring', day(n)), involved(`h-${n}`, 'ons-stede-broec', day(n)));
    await hub.told(registered('h-9'), involved('h-9', 'de-woonschakel', day(9)), involved('h-9', 'ons-stede-broec', day(9)));
  });
  afterAll(() => hub.close());

  const page = async (query: string, token = omring) => (await hub.get(`/v1/alerts${query}`, token)).json();
  const households = ({ alerts }: { alerts: { householdId: string }[] }) => alerts.map(({ householdId }) => householdId);

  it('lists the alerts of households that the caller may know of, the longest standing first', async () => {
    const answer = await page('?code=A01');
    expect(households(answer)).toEqual(['h-1', 'h-2', 'h-3']);
    expect(answer.next).toBeNull();
    expect(answer.alerts[0]).toMatchObject({ code: 'A01', area: 'princenhof', region: 'stede-broec', message: { nl: expect.any(String), en: expect.any(String) } });
    expect(households(await page('?code=A01', hub.token({ subject: 'ons-stede-broec' })))).toEqual(['h-1', 'h-2', 'h-3', 'h-9']);
  });

  it('goes on where the page before ended', async () => {
    const first = await page('?code=A01&limit=2');
    expect(households(first)).toEqual(['h-1', 'h-2']);
    const second = await page(`?code=A01&limit=2&after=${first.next}`);
    expect(households(second)).toEqual(['h-3']);
    expect(second.next).toBeNull();
  });

  it('puts on record whose alerts it showed', async () => {
    await page('?code=A01&limit=1');
    expect((await hub.accessLog.read('h-1')).at(-1)).toMatchObject({ view: 'alerts', viewer: 'omring' });
  });

  it('lists alerts about no household to the partners that they are for, and to those who watch over the hub', async () => {
    const { viewStore } = hub.parts;
    const alert = { code: 'A15', name: 'stream-gap', severity: 'warning', since: '2026-05-01T00:00:00.000Z', message: { nl: 'n', en: 'e' }, actor: 'omring', organisations: ['omring'], threshold: null, because: ['e-1'] };
    const line = { householdId: null, region: 'stede-broec', area: '', alert, readers: ['omring'] };
    const { epoch } = await viewStore.claim('publishers');
    const terms = ['code=A15', 'reader=omring'];
    await viewStore.commit({ projection: 'publishers', epoch, position: '1', puts: [{ collection: 'alert', key: `${alert.since}/-/A15`, value: Buffer.from(JSON.stringify(line)), terms }], deletes: [] });
    expect((await page('?code=A15')).alerts).toMatchObject([{ code: 'A15', householdId: null }]);
    expect((await page('?code=A15', hub.token({ subject: 'mee-drenthe' }))).alerts).toEqual([]);
    const auditor = hub.token({ subject: 'auditor@hub', kind: 'user', partner: null, roles: ['auditor'] });
    expect((await page('?code=A15', auditor)).alerts).toHaveLength(1);
  });

  it('is empty for who knows no household', async () => {
    expect(await page('', hub.token({ subject: 'volunteer', kind: 'user', partner: 'omring', roles: ['volunteer'] }))).toEqual({ alerts: [], next: null });
  });

  it.each(['?code=alarm', '?area=De%20Lariks', '?limit=0', '?limit=9999', '?after=%00', '?code=A01&code=A02'])('refuses the query %s', async (query) => {
    expect((await hub.get(`/v1/alerts${query}`, omring)).statusCode).toBe(400);
  });
});
