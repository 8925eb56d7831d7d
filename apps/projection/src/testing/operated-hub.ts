import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessModule, type Caller, type TokenVerifier } from '@kring/access';
import type { EventStore } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { defaultRules } from '@kring/household';
import { Metrics, Readiness, createHttpApp, problem, silentLog } from '@kring/platform';
import { runRebuildable, type Rebuilds } from '@kring/projection-runtime';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import type { ViewStore } from '@kring/view-store';
import { HouseholdProjection } from '../household-view/household-projection.ts';
import { ProjectionsModule } from '../operating/projections.module.ts';
import { HouseholdHistory, type Told } from './household-history.ts';

const callers: Readonly<Record<string, Caller>> = {
  operator: { kind: 'user', subject: 'beheerder@hub', partner: null, roles: ['operator'] },
  auditor: { kind: 'user', subject: 'auditor@hub', partner: null, roles: ['auditor'] },
  partner: { kind: 'system', subject: 'omring', partner: 'omring', roles: ['system'] },
};

type Parts = { readonly folder: string; readonly eventStore: EventStore; readonly viewStore: ViewStore };

/** The projection with its operators' interface, over real stores in a folder of its own. */
export class OperatedHub {
  now = new Date('2026-06-01T12:00:00.000Z');
  readonly history = new HouseholdHistory();
  /** Areas of which there are no rules: nothing that stands there can be drawn. */
  readonly unknownAreas = new Set<string>();
  readonly rebuilds: Rebuilds;
  app!: NestFastifyApplication;

  private constructor(readonly parts: Parts) {
    const rulesFor = (area: string) => {
      if (this.unknownAreas.has(area)) throw new RangeError('no rules for this area');
      return defaultRules;
    };
    const regions = { rulesFor, organisationsBehind: (code: string) => [code], municipalityOf: () => null };
    const clock = { now: () => this.now };
    this.rebuilds = runRebuildable(() => new HouseholdProjection({ regions, now: clock.now }), { eventStore: parts.eventStore, viewStore: parts.viewStore, clock, graceMs: 0 });
  }

  static async open(): Promise<OperatedHub> {
    const folder = await mkdtemp(join(tmpdir(), 'kring-operated-'));
    const eventStore = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => new Date('2026-06-01T12:00:00.000Z') });
    const hub = new OperatedHub({ folder, eventStore, viewStore: await openEmbeddedViewStore({ file: join(folder, 'views.db') }) });
    await hub.#serve();
    await hub.rebuilds.run.whenCaughtUp();
    return hub;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.rebuilds.run.stop();
    await Promise.all([this.parts.eventStore.close(), this.parts.viewStore.close()]);
    await rm(this.parts.folder, { recursive: true, force: true });
  }

  async tell(...told: readonly Told[]): Promise<string> {
    let position = '';
    for (const { stream, event } of told) ({ position } = await this.parts.eventStore.append(stream, [event], 'any'));
    if (!(await this.rebuilds.run.waitFor(position, 5_000))) throw new Error('the view did not catch up');
    return position;
  }

  async ask(method: 'GET' | 'POST', path: string, who = 'operator', payload: object = {}) {
    const answer = await this.app.inject({ method, url: `/v1/projections${path}`, headers: who === '' ? {} : { authorization: `Bearer ${who}` }, ...(method === 'POST' ? { payload } : {}) });
    return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json() };
  }

  async #serve(): Promise<void> {
    const callerOf = async (token: string): Promise<Caller> => {
      const caller = callers[token];
      if (!caller) throw problem.unauthorized();
      return caller;
    };
    @Module({ imports: [AccessModule.with({ callerOf } as unknown as TokenVerifier), ProjectionsModule.over([{ projection: this.rebuilds.run, rebuilds: this.rebuilds }])] })
    class Served {}
    this.app = await createHttpApp(Served, { log: silentLog, metrics: new Metrics(), readiness: new Readiness(), api: { title: 'Projections', version: '1.0.0', description: 'For a spec.' } });
  }
}
