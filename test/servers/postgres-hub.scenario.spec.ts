import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { hookMs } from '../scenarios/story.ts';
import { bsn } from '../support/bsn.ts';
import { ago, event, type CloudEvent } from '../support/events.ts';
import { startHub, type RunningHub } from '../support/hub.ts';
import { askPostgres, onPostgres } from './postgres.ts';

type Question = { readonly organisation: string; readonly because: readonly string[] };
type Circle = { readonly asOf: string; readonly knownAt: string; readonly members: readonly { readonly name: string }[]; readonly supporters: readonly { readonly label: string }[]; readonly questions: readonly Question[] };

const resident = bsn(813);
const common = { household: { bsn: resident }, occurredAt: ago(10), legalBasis: 'wmo', purpose: 'involvement' };
const supporter = (supporterId: string, label: string) => ({ ...common, supporterId, kind: 'neighbour', label, agreed: true });

/** A partner's system that asks one question after the other, each until it is acknowledged. */
class BackOffice {
  readonly acknowledged: string[] = [];
  refused = 0;
  #on = true;

  constructor(private readonly hub: () => RunningHub, readonly partner: string) {}

  async publish(): Promise<void> {
    const source = await this.hub().sourceOf(this.partner);
    for (let number = 0; this.#on; number += 1) await this.#untilAcknowledged(this.#question(source, number));
  }

  stop(): void {
    this.#on = false;
  }

  async #untilAcknowledged(told: CloudEvent): Promise<void> {
    for (;;) {
      const answer = await this.hub().publish(this.partner, [told]);
      if (answer.status === 202) {
        expect(['accepted', 'duplicate']).toContain(answer.body.results[0]?.status);
        this.acknowledged.push(told.id);
        return;
      }
      expect([answer.status, answer.text]).toEqual([503, answer.text]);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      this.refused += 1;
    }
  }

  #question(source: string, number: number): CloudEvent {
    return event(source, { type: 'questions.received', data: { ...common, questionId: `${this.partner}-${number}`, kind: 'question', about: 'self', initiatedBy: 'resident' } });
  }
}

const untilTrue = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resume) => setTimeout(resume, 20));
};

/** A hub whose views, index and keys are in PostgreSQL instead of in its own folder: everything else is as it always is. */
onPostgres('a hub that keeps its views and keys in PostgreSQL', (server) => {
  let hub: RunningHub;
  let householdId = '';
  let position = '';
  const offices: BackOffice[] = [];

  const start = (data?: string): Promise<RunningHub> => startHub({ ...(data ? { data } : {}), env: { KRING_DEMO: 'false', KRING_VIEW_STORE: server().url, KRING_KEY_STORE: server().url } });

  const asked = (question: string) => askPostgres(server().url, question);

  const publish = async (partner: string, type: string, data: Record<string, unknown>) => {
    const answer = await hub.publish(partner, [event(await hub.sourceOf(partner), { type, data })]);
    expect([answer.status, answer.text]).toEqual([202, answer.text]);
    position = answer.body.position;
    return answer.body.results[0]!;
  };

  const read = async (partner: string) => hub.get<Circle>(`/v1/households/${householdId}/circle?minPosition=${position}`, await hub.token(partner));
  const circle = async (partner = 'omring'): Promise<Circle> => {
    const answer = await read(partner);
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return answer.body;
  };

  beforeAll(async () => {
    hub = await start();
  }, hookMs);

  afterAll(() => hub?.stop(), hookMs);

  it('takes events and shows the circle', async () => {
    const members = [{ bsn: resident, name: 'Proef van Toren', birthDate: '1948-02-29', relation: 'head' }];
    const registered = { ...common, members, address: { postcode: '1611XZ', houseNumber: 78 }, area: 'princenhof', addressKind: 'dwelling' };
    householdId = (await publish('gemeente-stede-broec', 'households.registered', registered)).householdId!;
    await publish('omring', 'supporters.added', supporter('s-1', 'buurvrouw'));
    const shown = await circle();
    expect(shown.members.map(({ name }) => name)).toEqual(['Proef van Toren']);
    expect(shown.supporters.map(({ label }) => label)).toEqual(['buurvrouw']);
  });

  it('keeps them in the database, where no name can be read', async () => {
    const rows = [...(await asked('SELECT collection, key, terms, value FROM kring_views.view')), ...(await asked('SELECT collection, key, terms, value FROM kring_door.view'))];
    expect(rows.filter(({ key }) => String(key).includes(householdId)).length).toBeGreaterThan(3);
    expect(rows.map((row) => [row['collection'], row['key'], row['terms'], String(row['value'])].join(' ')).join('\n')).not.toMatch(/Toren|buurvrouw|1948-02-29|1611XZ/);
    expect(await asked('SELECT count(*)::integer AS keys FROM kring_keys.data_key WHERE NOT destroyed')).not.toEqual([{ keys: 0 }]);
  });

  it('shows the same circle when it was started again', async () => {
    const { asOf: _, knownAt: __, ...before } = await circle();
    await hub.end();
    hub = await start(hub.data);
    expect(await circle()).toMatchObject(before);
  }, hookMs);

  it('answers 503 while PostgreSQL is gone under load, and goes on by itself when it is back', async () => {
    offices.push(...['omring', 'noordermaat', 'mee-drenthe'].map((partner) => new BackOffice(() => hub, partner)));
    const publishing = Promise.all(offices.map((office) => office.publish()));
    const acknowledged = (): number => offices.reduce((sum, office) => sum + office.acknowledged.length, 0);
    await untilTrue(() => acknowledged() > 30);
    await server().kill();
    await untilTrue(() => offices.every(({ refused }) => refused > 5));
    expect((await read('omring')).status).toBe(503);
    await server().start();
    const then = acknowledged();
    await untilTrue(() => acknowledged() > then + 30);
    for (const office of offices) office.stop();
    await publishing;
    await publish('omring', 'supporters.added', supporter('s-2', 'buurman'));
    expect((await circle()).supporters.map(({ label }) => label).toSorted()).toEqual(['buurman', 'buurvrouw']);
  }, hookMs);

  it('shows each partner every question of its own that was acknowledged', async () => {
    for (const { partner, acknowledged } of offices) {
      const own = (await circle(partner)).questions.filter(({ organisation }) => organisation === partner);
      expect(own.flatMap(({ because }) => because).toSorted()).toEqual(acknowledged.toSorted());
    }
  });

  it('shows the same circle when it has to build its views anew', async () => {
    const { asOf: _, knownAt: __, ...before } = await circle();
    await hub.end();
    await asked('DROP SCHEMA kring_views, kring_door CASCADE');
    hub = await start(hub.data);
    expect(await circle()).toMatchObject(before);
  }, hookMs);

  it('has every event once that it acknowledged', async () => {
    await hub.end();
    const log = await openEmbeddedEventStore({ file: join(hub.data, 'events.db'), now: () => new Date() });
    const ids: string[] = [];
    for await (const batch of log.readAll({ after: '' })) ids.push(...batch.map(({ metadata }) => String(metadata['id'])));
    await log.close();
    const promised = offices.flatMap(({ acknowledged }) => acknowledged);
    expect(promised.filter((id) => ids.filter((one) => one === id).length !== 1)).toEqual([]);
  });
}, { toKill: true });
