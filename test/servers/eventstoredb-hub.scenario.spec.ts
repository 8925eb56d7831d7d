import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hookMs } from '../scenarios/story.ts';
import { bsn } from '../support/bsn.ts';
import { ago, event } from '../support/events.ts';
import { startHub, type RunningHub } from '../support/hub.ts';
import { startEventStoreDouble, type EventStoreDouble } from './eventstoredb-double/index.ts';

type Circle = { readonly asOf: string; readonly knownAt: string; readonly members: readonly { readonly name: string }[]; readonly supporters: readonly { readonly label: string }[]; readonly involvements: readonly unknown[] };

const resident = bsn(812);
const common = { occurredAt: ago(10), legalBasis: 'wmo', purpose: 'involvement' };

/** A hub whose log is at EventStoreDB instead of in its own folder: everything else is as it always is. */
describe('a hub that keeps its events at EventStoreDB', () => {
  let double: EventStoreDouble;
  let hub: RunningHub;
  let householdId = '';
  let position = '';

  const start = async (data?: string): Promise<RunningHub> =>
    startHub({ ...(data ? { data } : {}), env: { KRING_DEMO: 'false', KRING_EVENT_STORE: double.connectionString.replace('esdb:', 'kurrentdb:') } });

  const publish = async (partner: string, type: string, data: Record<string, unknown>) => {
    const answer = await hub.publish(partner, [event(await hub.sourceOf(partner), { type, data: { ...common, ...data } })]);
    if (answer.status === 202) position = answer.body.position;
    return answer;
  };

  const supporter = (supporterId: string, label: string) => ({ household: { bsn: resident }, supporterId, kind: 'neighbour', label, agreed: true });

  const circle = async (): Promise<Circle> => {
    const answer = await hub.get<Circle>(`/v1/households/${householdId}/circle?minPosition=${position}`, await hub.token('omring'));
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return answer.body;
  };

  beforeAll(async () => {
    double = await startEventStoreDouble();
    hub = await start();
  }, hookMs);

  afterAll(async () => {
    await hub?.stop();
    await double.stop();
  }, hookMs);

  it('takes events and shows the circle', async () => {
    const members = [{ bsn: resident, name: 'Proef van Toren', birthDate: '1948-02-29', relation: 'head' }];
    const address = { postcode: '1611XZ', houseNumber: 77 };
    const registered = await publish('gemeente-stede-broec', 'households.registered', { household: { bsn: resident }, members, address, area: 'princenhof', addressKind: 'dwelling' });
    expect(registered.status).toBe(202);
    householdId = registered.body.results[0]!.householdId!;
    await publish('omring', 'involvements.started', { household: { householdId }, involvementId: 'i-1', professional: { id: 'w-1', name: 'Wijkwerker', role: 'district-nurse' }, level: 'basic-team', domain: 'care' });
    await publish('omring', 'supporters.added', supporter('s-1', 'buurvrouw'));
    const shown = await circle();
    expect(shown.members.map(({ name }) => name)).toEqual(['Proef van Toren']);
    expect(shown.involvements).toHaveLength(1);
    expect(shown.supporters.map(({ label }) => label)).toEqual(['buurvrouw']);
  });

  it('keeps them at the server, where no name can be read', async () => {
    const events = double.log.events.filter(({ stream }) => stream.endsWith(householdId));
    expect(events.length).toBeGreaterThanOrEqual(3);
    expect(Buffer.concat(events.flatMap(({ data, metadata }) => [data, metadata])).toString()).not.toMatch(/Toren|buurvrouw/);
  });

  it('recognises what was published before', async () => {
    const told = event(await hub.sourceOf('omring'), { type: 'supporters.added', data: { ...common, ...supporter('s-2', 'buurman') } });
    expect((await hub.publish('omring', [told])).body).toMatchObject({ accepted: 1, duplicates: 0 });
    expect((await hub.publish('omring', [told])).body).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it('goes on when the server has been away and its connections are broken', async () => {
    await double.goDown();
    await double.comeUp();
    expect((await publish('omring', 'supporters.added', supporter('s-3', 'broer'))).status).toBe(202);
    expect((await circle()).supporters.map(({ label }) => label)).toContain('broer');
  });

  it('says that it cannot take events now when the server stays away, and takes them afterwards', async () => {
    await double.goDown();
    const refused = await publish('omring', 'supporters.added', supporter('s-4', 'zus'));
    expect(refused.status).toBe(503);
    await double.comeUp();
    expect((await publish('omring', 'supporters.added', supporter('s-5', 'zus'))).status).toBe(202);
    expect((await circle()).supporters.map(({ label }) => label)).toContain('zus');
  }, 120_000);

  it('shows the same circle when it has to build all its views anew', async () => {
    const { asOf: _, knownAt: __, ...before } = await circle();
    await hub.end();
    for (const view of ['views.db', 'door.db']) for (const more of ['', '-wal', '-shm']) rmSync(join(hub.data, `${view}${more}`), { force: true });
    hub = await start(hub.data);
    expect(await circle()).toMatchObject(before);
  }, hookMs);
});
