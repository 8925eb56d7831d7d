import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HouseholdView } from '@kring/projection-runtime';
import { OperatedHub } from '../testing/operated-hub.ts';

describe('looking after the projections', () => {
  let hub: OperatedHub;
  beforeAll(async () => {
    hub = await OperatedHub.open();
    const { history } = hub;
    await hub.tell(...['h-1', 'h-2'].flatMap((id) => [history.registered(id, '2026-01-01T00:00:00Z'), history.involved(id, 'omring', '2026-01-02T00:00:00Z')]));
  });
  afterAll(() => hub.close());

  const settled = async () => {
    await hub.rebuilds.whenSettled();
    return (await hub.ask('GET', '/households')).body;
  };

  it.each([
    ['GET', ''], ['GET', '/households'], ['GET', '/households/parked'], ['POST', '/households/_rebuild'], ['POST', '/households/_back'], ['POST', '/households/_forget'],
    ['POST', '/households/_cancel'], ['POST', '/households/parked/h-1/_redrive'], ['GET', '/nothing'],
  ] as const)('is for operators only: %s %s', async (method, path) => {
    for (const who of ['auditor', 'partner']) expect(await hub.ask(method, path, who)).toMatchObject({ status: 403, type: expect.stringContaining('application/problem+json') });
    expect((await hub.ask(method, path, '')).status).toBe(401);
  });

  it('shows how each view is', async () => {
    const { status, body } = await hub.ask('GET', '');
    expect(status).toBe(200);
    expect(body).toEqual({
      projections: [{ name: 'households', state: 'live', position: await hub.parts.eventStore.head(), lag: 0, generation: 0, formerGeneration: null, parked: 0, rebuild: null }],
    });
  });

  it('makes a view anew, finds it the same, and goes back', async () => {
    const begun = await hub.ask('POST', '/households/_rebuild');
    expect(begun).toMatchObject({ status: 202, body: { name: 'households', generation: 0, rebuild: { kind: 'rebuild', generation: 1 } } });
    expect(await settled()).toMatchObject({ generation: 1, formerGeneration: 0, rebuild: { stage: 'switched', events: 4, drawn: 2, differences: { count: 0, first: [] } } });
    expect((await new HouseholdView(hub.rebuilds.view).circle('h-1'))?.circle.involvements).toHaveLength(1);
    expect((await hub.ask('POST', '/households/_back')).status).toBe(202);
    expect(await settled()).toMatchObject({ generation: 0, formerGeneration: 1, rebuild: { kind: 'back', stage: 'switched' } });
    expect(await hub.ask('POST', '/households/_forget')).toMatchObject({ status: 200, body: { generation: 0, formerGeneration: null } });
    expect(await hub.ask('POST', '/households/_back')).toMatchObject({ status: 409, body: { errors: [{ rule: 'nothing-to-go-back-to' }] } });
  });

  it('refuses a second rebuild while one runs', async () => {
    const [first, second] = await Promise.all([hub.ask('POST', '/households/_rebuild', 'operator', { compareOnly: true }), hub.ask('POST', '/households/_rebuild')]);
    expect(first.status).toBe(202);
    expect(second).toMatchObject({ status: 409, body: { title: 'Conflict', errors: [{ rule: 'rebuild-running' }] } });
    expect(await settled()).toMatchObject({ rebuild: { stage: 'compared', differences: { count: 0 } } });
  });

  it('calls a rebuild off, and goes on with it later', async () => {
    await hub.ask('POST', '/households/_rebuild');
    expect((await hub.ask('POST', '/households/_cancel')).status).toBe(202);
    const { rebuild, generation } = await settled();
    expect(rebuild.stage).toBe('called-off');
    await hub.ask('POST', '/households/_rebuild');
    expect(await settled()).toMatchObject({ generation: rebuild.generation, formerGeneration: generation, rebuild: { resumed: true } });
  });

  it('refuses what it does not know', async () => {
    expect((await hub.ask('GET', '/nothing')).status).toBe(404);
    expect((await hub.ask('POST', '/nothing/_rebuild')).status).toBe(404);
    expect(await hub.ask('POST', '/households/_rebuild', 'operator', { fromScratch: 'yes', more: 1 })).toMatchObject({
      status: 400, body: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/fromScratch' }), expect.objectContaining({ pointer: '/more', rule: 'unknown-field' })]) },
    });
    expect((await hub.ask('GET', '/households/parked?limit=0')).status).toBe(400);
    expect((await hub.ask('POST', '/households/parked/h-1/_redrive')).status).toBe(404);
  });

  it('lists what is parked, page by page, and takes it again', async () => {
    const { history } = hub;
    hub.unknownAreas.add('nowhere');
    const moved = (id: string) => history.tell({ partner: 'gemeente', householdId: id, type: 'households.moved', occurredAt: '2026-02-01T00:00:00Z', data: { area: 'nowhere' } });
    await hub.tell(moved('h-1'), moved('h-2'), history.involved('h-1', 'mee', '2026-02-02T00:00:00Z'));
    expect((await hub.ask('GET', '/households')).body.parked).toBe(2);
    const first = (await hub.ask('GET', '/households/parked?limit=2')).body;
    expect(first.parked).toMatchObject([
      { partition: 'h-1', state: 'poisoned', type: 'nl.kring.households.moved.v1', reason: expect.stringMatching(/^RangeError/) },
      { partition: 'h-1', state: 'behind', type: 'nl.kring.involvements.started.v1', reason: null },
    ]);
    const second = (await hub.ask('GET', `/households/parked?limit=2&after=${first.next}`)).body;
    expect(second).toMatchObject({ parked: [{ partition: 'h-2' }], next: null });
    expect(await hub.ask('POST', '/households/parked/h-1/_redrive')).toMatchObject({ status: 200, body: { taken: 0, waiting: 2 } });
    hub.unknownAreas.clear();
    expect(await hub.ask('POST', '/households/parked/h-1/_redrive')).toMatchObject({ status: 200, body: { taken: 2, waiting: 0 } });
    expect((await hub.ask('GET', '/households/parked')).body).toMatchObject({ parked: [{ partition: 'h-2' }], next: null });
  });
});
