import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Circle } from '@kring/contracts';
import { HouseholdHub } from '../testing/household-hub.ts';
import { address, involved, merged, registered, supported } from '../testing/tellings.ts';

const circlePath = (householdId: string, query = '') => `/v1/households/${householdId}/circle${query}`;
const isoUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;

describe('the circle of a household', () => {
  let hub: HouseholdHub;
  let omring: string;
  let gemeente: string;
  beforeAll(async () => {
    hub = await HouseholdHub.open();
    omring = hub.token({ subject: 'omring' });
    gemeente = hub.token({ subject: 'gemeente-stede-broec' });
    await hub.told(registered('h-1'), involved('h-1', 'omring'), supported('h-1', 's-1'), registered('h-2'));
  });
  afterAll(() => hub.close());

  const circleOf = async (householdId: string, token = omring, query = '') => (await hub.get(circlePath(householdId, query), token)).json<Circle>();

  it('shows the personal texts that were sealed to a reader who may see them', async () => {
    const circle = await circleOf('h-1');
    expect(circle.members[0]).toMatchObject({ personId: 'p_h-1', name: 'Fenna de Vries', birthDate: '1948-02-29' });
    expect(circle.address).toEqual({ ...address, masked: false });
    expect(circle.involvements[0]?.professional).toMatchObject({ name: 'Worker of omring', phone: '0228 123456', email: null });
    expect(circle.supporters[0]?.label).toBe('buurvrouw van nummer 14');
    expect(circle.asOf).toMatch(isoUtc);
    expect(circle.knownAt).toMatch(isoUtc);
  });

  it('answers an unknown household and one that is none of the caller\'s business in the same words', async () => {
    const unknown = await hub.get(circlePath('h-404'), omring);
    const denied = await hub.get(circlePath('h-2'), omring);
    expect([unknown.statusCode, denied.statusCode]).toEqual([404, 404]);
    expect(denied.json()).toEqual(unknown.json());
    expect(denied.headers['content-type']).toMatch(/application\/problem\+json/);
  });

  it('puts every look on record before it answers, also a denied one', async () => {
    const before = (await hub.accessLog.read('h-2')).length;
    await hub.get(circlePath('h-2'), omring);
    const [line] = (await hub.accessLog.read('h-2')).slice(before);
    expect(line).toMatchObject({ viewer: 'omring', view: 'circle', purpose: 'coordination', denied: true });
    await hub.get(circlePath('h-2'), gemeente);
    expect((await hub.accessLog.read('h-2')).at(-1)).toMatchObject({ viewer: 'gemeente-stede-broec', denied: false, persons: ['p_h-2'] });
  });

  it('gives nothing without a purpose, or without a token', async () => {
    const purposeless = await hub.app.inject({ method: 'GET', url: circlePath('h-1'), headers: { authorization: `Bearer ${omring}` } });
    expect(purposeless.statusCode).toBe(400);
    expect(purposeless.json().errors[0].rule).toBe('processing-activity');
    expect((await hub.get(circlePath('h-1'), 'nobody')).statusCode).toBe(401);
  });

  it.each(['?asOf=yesterday', '?knownAt=2026-02-30T00:00:00Z', '?asOf=2026-01-01', '?minPosition=a%20b', '?asOf=2026-01-01T00:00:00Z&asOf=2026-01-02T00:00:00Z'])('refuses the query %s', async (query) => {
    const answer = await hub.get(circlePath('h-1', query), omring);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ rule: expect.any(String) }] });
  });

  it('answers 304 while nothing changed, also as the clock goes on, and 200 to another reader', async () => {
    const first = await hub.get(circlePath('h-1'), omring);
    const etag = String(first.headers['etag']);
    expect(etag).toMatch(/^W\/"/);
    hub.clock.at = new Date(hub.clock.at.getTime() + 60_000);
    const again = await hub.get(circlePath('h-1'), omring, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await hub.get(circlePath('h-1'), gemeente, { 'if-none-match': etag })).statusCode).toBe(200);
    await hub.told(supported('h-1', 's-etag'));
    expect((await hub.get(circlePath('h-1'), omring, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('shows what was true at a moment', async () => {
    const circle = await circleOf('h-1', omring, '?asOf=2026-03-01T00:00:00Z');
    expect(circle.involvements).toEqual([]);
    expect(circle.asOf).toBe('2026-03-01T00:00:00.000Z');
  });

  it('shows what was known at a moment, and knows no household of which nothing was known', async () => {
    await hub.told(registered('h-3'), involved('h-3', 'omring'));
    const knownAt = hub.clock.at.toISOString();
    hub.clock.at = new Date(hub.clock.at.getTime() + 60_000);
    await hub.told(involved('h-3', 'ons-stede-broec'));
    expect((await circleOf('h-3')).involvements).toHaveLength(2);
    expect((await circleOf('h-3', omring, `?knownAt=${knownAt}`)).involvements).toHaveLength(1);
    expect((await hub.get(circlePath('h-3', '?knownAt=2026-01-01T00:00:00Z'), omring)).statusCode).toBe(404);
  });

  it('draws the circle anew when time changed it since it was stored', async () => {
    await hub.told(registered('h-4'), involved('h-4', 'omring', hub.clock.at.toISOString()), involved('h-4', 'ons-stede-broec', hub.clock.at.toISOString()));
    const severity = async () => (await circleOf('h-4')).alerts.find(({ code }) => code === 'A01')?.severity;
    expect(await severity()).toBe('warning');
    hub.clock.at = new Date(hub.clock.at.getTime() + 10 * 86_400_000);
    expect(await severity()).toBe('urgent');
  });

  it('waits for minPosition, so that a writer reads its own writes', async () => {
    const position = await hub.tell(supported('h-1', 's-mine'));
    const circle = await circleOf('h-1', omring, `?minPosition=${position}`);
    expect(circle.supporters.map(({ supporterId }) => supporterId)).toContain('s-mine');
  });

  it('keeps answering for a merged household, under the id that was asked', async () => {
    await hub.told(registered('h-5'), involved('h-6', 'omring'), merged('h-5', ['h-6']));
    expect(await circleOf('h-6')).toMatchObject({ householdId: 'h-6', canonicalId: 'h-5', state: 'merged', involvements: [{ organisation: 'omring' }] });
    expect(await circleOf('h-5')).toMatchObject({ householdId: 'h-5', canonicalId: 'h-5', state: 'registered' });
  });

  it('recognises a resident as a member of the own household, and of no other', async () => {
    const resident = hub.token({ subject: 'bewoner-1@resident', kind: 'user', partner: null, roles: ['resident'] });
    hub.found.set('999900006', ['p_h-1', 'p_elsewhere']);
    expect((await hub.get(circlePath('h-1'), resident)).json()).toMatchObject({ householdId: 'h-1', members: [{ name: 'Fenna de Vries' }] });
    expect((await hub.get(circlePath('h-2'), resident)).statusCode).toBe(404);
  });

  it('shows nothing personal once the key of the household is destroyed', async () => {
    await hub.told(registered('h-7'), involved('h-7', 'omring'));
    await hub.parts.keyStore.destroy('household:h-7');
    const circle = await circleOf('h-7');
    expect(circle.members[0]).toMatchObject({ personId: 'p_h-7', name: null, birthDate: null });
    expect(circle.address).toEqual({ postcode: null, houseNumber: null, addition: null, masked: false });
    expect(circle.involvements[0]?.professional.name).toBeNull();
  });
});

describe('a view that does not catch up', () => {
  it('answers 503 with when to try again', async () => {
    const hub = await HouseholdHub.open();
    await hub.told(registered('h-1'), involved('h-1', 'omring'));
    await hub.projection.stop();
    const answer = await hub.get(circlePath('h-1', '?minPosition=9999999999999999'), hub.token({ subject: 'omring' }));
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
    await hub.close();
  });
});
