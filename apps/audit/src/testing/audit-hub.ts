import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessLog, AccessModule, type Caller, type TokenVerifier } from '@kring/access';
import type { EventStore, JsonObject } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { KeyStore } from '@kring/key-store';
import { openEmbeddedKeyStore } from '@kring/key-store-embedded';
import { Metrics, Readiness, createHttpApp, problem, silentLog, type Clock } from '@kring/platform';
import { HouseholdView, runProjection, type ProjectionHandle } from '@kring/projection-runtime';
import { Boxes, ReplayLog } from '@kring/reading';
import { loadRegions, type Regions } from '@kring/regions';
import { Sealer, boundTo } from '@kring/sealing';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import type { ViewStore } from '@kring/view-store';
import { AuditModule } from '../index.ts';
import { plainView } from './plain-view.ts';

const regionsFolder = resolve(import.meta.dirname, '../../../../deploy/regions');

export type Telling = {
  readonly partner: string;
  readonly householdId: string;
  /** Without `nl.kring.` and the version. */
  readonly type: string;
  readonly occurredAt: string;
  readonly data?: JsonObject;
  /** Personal values, by pointer. */
  readonly personal?: JsonObject;
};

/** A clock that stands where a spec puts it. */
export class SetClock implements Clock {
  at = new Date('2026-01-01T00:00:00.000Z');
  now(): Date {
    return this.at;
  }
}

type Stores = { readonly folder: string; readonly eventStore: EventStore; readonly viewStore: ViewStore; readonly keyStore: KeyStore };
type Made = Stores & { readonly sealer: Sealer; readonly regions: Regions; readonly clock: SetClock; readonly projection: ProjectionHandle };

/** The application over real stores in a folder of its own, with households told to it. */
export class AuditHub {
  readonly #callers = new Map<string, Caller>();
  readonly accessLog: AccessLog;
  app!: NestFastifyApplication;

  private constructor(readonly made: Made) {
    this.accessLog = new AccessLog(made.eventStore, made.clock);
  }

  static async open(): Promise<AuditHub> {
    const folder = await mkdtemp(join(tmpdir(), 'kring-audit-'));
    const clock = new SetClock();
    const regions = await loadRegions(regionsFolder);
    const eventStore = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => clock.now() });
    const viewStore = await openEmbeddedViewStore({ file: join(folder, 'views.db') });
    const keyStore = await openEmbeddedKeyStore({ file: join(folder, 'keys.db'), masterKey: randomBytes(32) });
    const projection = runProjection(plainView(regions, () => clock.now()), { eventStore, viewStore, clock });
    const hub = new AuditHub({ folder, eventStore, viewStore, keyStore, sealer: await Sealer.over(keyStore), regions, clock, projection });
    await hub.#serve();
    return hub;
  }

  async close(): Promise<void> {
    const { projection, eventStore, viewStore, keyStore, folder } = this.made;
    await this.app.close();
    await projection.stop();
    await Promise.all([eventStore.close(), viewStore.close(), keyStore.close()]);
    await rm(folder, { recursive: true, force: true });
  }

  /** Tells these events as the door stores them, each at the moment it happened, and waits until they can be read. */
  async told(...tellings: readonly Telling[]): Promise<void> {
    const { clock, projection, eventStore } = this.made;
    for (const telling of tellings) {
      clock.at = new Date(telling.occurredAt);
      await eventStore.append(`${telling.partner}-${telling.householdId}`, [await this.#sealed(telling)], 'any');
    }
    if (!(await projection.waitFor(await eventStore.head(), 10_000))) throw new Error('the view did not catch up');
  }

  token(caller: Partial<Caller> & Pick<Caller, 'subject'>): string {
    const token = `token-${this.#callers.size + 1}`;
    this.#callers.set(token, { kind: 'system', partner: caller.subject, roles: ['system'], ...caller });
    return token;
  }

  async get(path: string, token: string, headers: Readonly<Record<string, string>> = {}) {
    return this.app.inject({ method: 'GET', url: path, headers: { authorization: `Bearer ${token}`, 'processing-activity': 'coordination', ...headers } });
  }

  async #sealed({ partner, householdId, type, occurredAt, data = {}, personal = {} }: Telling) {
    const { keyStore, sealer } = this.made;
    const [id, fullType, subject] = [randomUUID(), `nl.kring.${type}.v1`, `household:${householdId}`];
    const key = (await keyStore.obtain([subject])).get(subject);
    if (!key) throw new Error('no key');
    const box = sealer.seal(key, 'personal', boundTo(id, fullType, householdId), personal);
    return {
      id,
      type: fullType,
      data: { household: { householdId }, occurredAt, legalBasis: 'wmo', purpose: 'involvement', ...data },
      metadata: { id: `${partner}/${type}/${occurredAt.slice(0, 10)}`, source: `urn:${partner}`, time: occurredAt, occurredAt, partner, subject: householdId, personal: Object.keys(personal), box },
    };
  }

  async #serve(): Promise<void> {
    const { eventStore, viewStore, keyStore, sealer, regions, clock, projection } = this.made;
    const callerOf = async (token: string): Promise<Caller> => this.#callers.get(token) ?? Promise.reject(problem.unauthorized());
    const view = new HouseholdView(viewStore);
    const audit = AuditModule.over({
      eventStore, view, progress: projection, boxes: new Boxes(view, keyStore, sealer), index: { personsOf: async () => ['p_h-1'] }, regions, clock,
      accessLog: this.accessLog, replayLog: new ReplayLog(eventStore, keyStore, sealer, clock),
    });
    @Module({ imports: [AccessModule.with({ callerOf } as unknown as TokenVerifier), audit] })
    class Served {}
    this.app = await createHttpApp(Served, { log: silentLog, metrics: new Metrics(), readiness: new Readiness(), api: { title: 'Audit', version: '1.0.0', description: 'For a spec.' } });
  }
}
