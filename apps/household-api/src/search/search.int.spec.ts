import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdHub } from '../testing/household-hub.ts';
import { address, involved, merged, registered } from '../testing/tellings.ts';

const bsn = '999990019';

describe('searching households', () => {
  let hub: HouseholdHub;
  let omring: string;
  beforeAll(async () => {
    hub = await HouseholdHub.open();
    omring = hub.token({ subject: 'omring' });
    await hub.told(registered('h-1'), involved('h-1', 'omring'), registered('h-2'), involved('h-3', 'omring'), merged('h-1', ['h-3']));
    hub.found.set(bsn, ['h-1', 'h-2', 'h-3', 'h-gone']);
    hub.found.set(address.postcode, ['h-1']);
    hub.found.set('Fenna de Vries', ['h-1']);
  });
  afterAll(() => hub.close());

  it.each([
    ['its BSN', { bsn }],
    ['its address', { address }],
    ['a name and birth date', { name: 'Fenna de Vries', birthDate: '1948-02-29' }],
    ['its id', { householdId: 'h-1' }],
  ])('finds a household by %s', async (_how, body) => {
    const answer = await hub.search(body, omring);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ households: [{ householdId: 'h-1', area: 'princenhof', members: [{ name: 'Fenna de Vries' }], contactPerson: null }] });
  });

  it('finds a household once, and none that the caller may not know of', async () => {
    const ids = (await hub.search({ bsn }, omring)).json().households.map(({ householdId }: { householdId: string }) => householdId);
    expect(ids).toEqual(['h-1']);
    expect((await hub.search({ householdId: 'h-2' }, omring)).json()).toEqual({ households: [] });
  });

  it('puts what it showed on record', async () => {
    await hub.search({ bsn }, omring);
    expect((await hub.accessLog.read('h-1')).at(-1)).toMatchObject({ view: 'search', viewer: 'omring', persons: ['p_h-1'] });
  });

  it.each([
    ['nothing', {}, ''],
    ['two ways at once', { bsn, householdId: 'h-1' }, ''],
    ['a name alone', { name: 'Fenna de Vries' }, '/birthDate'],
    ['a birth date alone', { birthDate: '1948-02-29' }, '/name'],
    ['a BSN that fails the 11-test', { bsn: '999990018' }, '/bsn'],
    ['half an address', { address: { postcode: '1611AB' } }, '/address/houseNumber'],
    ['a field that is not known', { bsn, nickname: 'Fen' }, '/nickname'],
  ])('refuses a search by %s, without repeating what was asked', async (_how, body, pointer) => {
    const answer = await hub.search(body, omring);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(answer.body).not.toMatch(/99999001|Fen|1948|1611/);
  });
});
