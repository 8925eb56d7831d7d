import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessLog, AccessModule, type Caller, type TokenVerifier } from '@kring/access';
import type { EventStore, JsonObject } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { KeyStore } from '@kring/key-store';
import { openEmbeddedKeyStore } from '@kring/key-store-embedded';
import { Metrics, Readiness, createHttpApp, problem, silentLog, type Clock } from '@kring/platform';
import { HouseholdView, runProjection, type ProjectionHandle } from '@kring/projection-runtime';
import { loadRegions, type Regions } from '@kring/regions';
import { Sealer, boundTo } from '@kring/sealing';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import type { ViewStore } from '@kring/view-store';
import { HouseholdApiModule } from '../index.ts';
import { drawnHouseholds } from './drawn-households.ts';

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

type Parts = { readonly folder: string; readonly eventStore: EventStore; readonly viewStore: ViewStore; readonly keyStore: KeyStore; readonly sealer: Sealer; readonly regions: Regions };

/** A clock that stands where a spec puts it. */
export class SetClock implements Clock {
  at = new Date('2026-06-01T12:00:00.000Z');
  now(): Date {
    return this.at;
  }
}

/** The application over real stores in a folder of its own, with households told to it and found by a plain index. */
export class HouseholdHub {
  readonly #callers = new Map<string, Caller>();
  /** What a search by BSN, by postcode or by name leads to; and the persons that a BSN is of. */
  readonly found = new Map<string, readonly string[]>();
  readonly accessLog: AccessLog;
  base = '';

  private constructor(readonly parts: Parts, readonly clock: SetClock, readonly projection: ProjectionHandle) {
    this.accessLog = new AccessLog(parts.eventStore, clock);
  }

  app!: NestFastifyApplication;

  static async open(options: { readonly heartbeatMs?: number; readonly maxWatchers?: number } = {}): Promise<HouseholdHub> {
    const folder = await mkdtemp(join(tmpdir(), 'kring-household-api-'));
    const clock = new SetClock();
    const regions = await loadRegions(regionsFolder);
    const eventStore = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => clock.now() });
    const viewStore = await openEmbeddedViewStore({ file: join(folder, 'views.db') });
    const keyStore = await openEmbeddedKeyStore({ file: join(folder, 'keys.db'), masterKey: randomBytes(32) });
    const parts = { folder, eventStore, viewStore, keyStore, sealer: await Sealer.over(keyStore), regions };
    const projection = runProjection(drawnHouseholds(regions, () => clock.now()), { eventStore, viewStore, clock });
    const hub = new HouseholdHub(parts, clock, projection);
    await hub.#serve(options);
    return hub;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.projection.stop();
    const { eventStore, viewStore, keyStore, folder } = this.parts;
    await Promise.all([eventStore.close(), viewStore.close(), keyStore.close()]);
    await rm(folder, { recursive: true, force: true });
  }

  /** Seals and stores an event as the door does; answers its position. */
  async tell({ partner, householdId, type, occurredAt, data = {}, personal = {} }: Telling): Promise<string> {
    const { keyStore, sealer, eventStore } = this.parts;
    const [id, fullType, subject] = [randomUUID(), `nl.kring.${type}.v1`, `household:${householdId}`];
    const key = (await keyStore.obtain([subject])).get(subject);
    if (!key) throw new Error('no key');
    const box = sealer.seal(key, 'personal', boundTo(id, fullType, householdId), personal);
    const event = {
      id,
      type: fullType,
      data: { household: { householdId }, occurredAt, legalBasis: 'wmo', purpose: 'involvement', ...data },
      metadata: { id, source: `urn:${partner}`, time: occurredAt, occurredAt, partner, subject: householdId, personal: Object.keys(personal), box },
    };
    return (await eventStore.append(`${partner}-${householdId}`, [event], 'any')).position;
  }

  /** Tells all of it, and waits until it can be read. */
  async told(...tellings: readonly Telling[]): Promise<string> {
    let position = '';
    for (const telling of tellings) position = await this.tell(telling);
    if (!(await this.projection.waitFor(position, 5_000))) throw new Error('the view did not catch up');
    return position;
  }

  /** A token of this caller; it is good until it is revoked. */
  token(caller: Partial<Caller> & Pick<Caller, 'subject'>): string {
    const token = `token-${this.#callers.size + 1}`;
    this.#callers.set(token, { kind: 'system', partner: caller.subject, roles: ['system'], ...caller });
    return token;
  }

  revoke(token: string): void {
    this.#callers.delete(token);
  }

  async get(path: string, token: string, headers: Readonly<Record<string, string>> = {}) {
    return this.app.inject({ method: 'GET', url: path, headers: { authorization: `Bearer ${token}`, 'processing-activity': 'coordination', ...headers } });
  }

  async search(body: object, token: string) {
    return this.app.inject({ method: 'POST', url: '/v1/households/_search', payload: body, headers: { authorization: `Bearer ${token}`, 'processing-activity': 'coordination' } });
  }

  async #serve(options: { readonly heartbeatMs?: number; readonly maxWatchers?: number }): Promise<void> {
    const { viewStore, keyStore, sealer, regions } = this.parts;
    const callerOf = async (token: string): Promise<Caller> => {
      const caller = this.#callers.get(token);
      if (!caller) throw problem.unauthorized();
      return caller;
    };
    const verifier = { callerOf } as unknown as TokenVerifier;
    const lookup = async (key: string) => this.found.get(key) ?? [];
    const index = { byBsn: lookup, byAddress: ({ postcode }: { postcode: string }) => lookup(postcode), byPerson: lookup, personsOf: lookup };
    const api = HouseholdApiModule.over({
      view: new HouseholdView(viewStore), progress: this.projection, index, keyStore, sealer, regions, clock: this.clock, accessLog: this.accessLog, verifier, ...options,
    });
    @Module({ imports: [AccessModule.with(verifier), api] })
    class Served {}
    this.app = await createHttpApp(Served, { log: silentLog, metrics: new Metrics(), readiness: new Readiness(), api: { title: 'Households', version: '1.0.0', description: 'For a spec.' } });
    await this.app.listen(0, '127.0.0.1');
    this.base = await this.app.getUrl();
  }
}
