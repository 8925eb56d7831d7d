import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdHub } from '../testing/household-hub.ts';
import { involved, merged, registered } from '../testing/tellings.ts';
import type { AccessPage } from './access-lookup.query.ts';

describe('the access log of a household', () => {
  let hub: HouseholdHub;
  let omring: string;
  let gemeente: string;
  beforeAll(async () => {
    hub = await HouseholdHub.open();
    omring = hub.token({ subject: 'omring' });
    gemeente = hub.token({ subject: 'gemeente-stede-broec' });
    await hub.told(registered('h-1'), involved('h-1', 'omring'), involved('h-2', 'omring'));
    await hub.get('/v1/households/h-2/circle', omring);
    await hub.told(merged('h-1', ['h-2']));
    for (const token of [omring, gemeente, omring]) {
      hub.clock.at = new Date(hub.clock.at.getTime() + 1_000);
      await hub.get('/v1/households/h-1/circle', token);
    }
    await hub.get('/v1/households/h-1/circle', hub.token({ subject: 'mee-drenthe' }));
  });
  afterAll(() => hub.close());

  const page = async (token: string, query = ''): Promise<AccessPage> => (await hub.get(`/v1/households/h-1/access-log${query}`, token)).json();
  const viewers = ({ entries }: AccessPage) => entries.filter(({ view }) => view === 'circle').map(({ viewer, denied }) => (denied ? `${viewer} denied` : viewer));

  it('tells the coordinator who looked and who was denied, also before a merge, the newest first', async () => {
    const all = viewers(await page(gemeente));
    expect(all.toSorted()).toEqual(['gemeente-stede-broec', 'mee-drenthe denied', 'omring', 'omring', 'omring']);
    expect(all.at(-1)).toBe('omring');
  });

  it('tells a caseworker what it did itself', async () => {
    expect(viewers(await page(omring))).toEqual(['omring', 'omring', 'omring']);
  });

  it('goes on where the page before ended', async () => {
    const whole = viewers(await page(gemeente));
    const first = await page(gemeente, '?limit=3');
    const rest = await page(gemeente, `?after=${first.next}`);
    expect([...viewers(first), ...viewers(rest)].slice(-whole.length)).toEqual(expect.arrayContaining(whole));
  });

  it('puts on record that it was looked at', async () => {
    await page(omring);
    expect((await hub.accessLog.read('h-1')).at(-1)).toMatchObject({ view: 'access-log', viewer: 'omring' });
  });
});
