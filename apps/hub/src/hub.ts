import { AccessLog } from '@kring/access';
import { runCoordination } from '@kring/coordination';
import type { RunningCoordination } from '@kring/coordination';
import { Door, HouseholdFinder, KeptEvents, Rejections } from '@kring/door';
import { Intake, readBodies } from '@kring/ingest';
import { PartnerLedgerAtTheDoor } from '@kring/partner-service';
import { Metrics, Readiness, clockFrom, createHttpApp, limitsFrom } from '@kring/platform';
import type { Clock, Configuration, Log } from '@kring/platform';
import { HouseholdProjection } from '@kring/projection';
import { HouseholdView, runRebuildable } from '@kring/projection-runtime';
import type { Rebuilds } from '@kring/projection-runtime';
import { Boxes, ReplayLog } from '@kring/reading';
import { loadRegions } from '@kring/regions';
import type { Regions } from '@kring/regions';
import { Blinder, Sealer } from '@kring/sealing';
import { freePort } from './free-port.ts';
import { HubModule } from './hub.module.ts';
import { issuerFor } from './issuer.ts';
import type { Issuer } from './issuer.ts';
import { serveSite } from './site.ts';
import { storesAgree } from './stores-agree.ts';
import { openStores } from './stores.ts';
import type { Stores } from './stores.ts';
import { tellDemo } from './tell-demo.ts';

export const api = {
  title: 'Kring',
  version: '1.0.0',
  description: 'Who is involved with this household? Partners publish what happens, caseworkers see the circle.',
};

export type Hub = { readonly url: string; stop(): Promise<void> };

/** What every part of the hub is made with. */
type Ground = {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly log: Log;
  readonly regions: Regions;
  readonly stores: Stores;
  readonly sealer: Sealer;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
};

type Works = { readonly door: Door; readonly kept: KeptEvents; readonly rebuilds: Rebuilds; readonly view: HouseholdView };

/** So long the hub is not ready for what it has yet to act on; a longer backlog is worked off while it serves. */
const backlogPatienceMs = 10_000;

/** The hub acts from here on; it is ready once it has acted on what happened before. */
const coordinate = ({ clock, log, regions, stores, metrics, readiness }: Ground): RunningCoordination => {
  const told = metrics.counter('kring_coordination_events_total', 'Events that the hub said of its own accord, by type.', ['type']);
  const coordination = runCoordination({ eventStore: stores.events, viewStore: stores.views, regions, clock, log, told: (type) => told.inc({ type }) });
  metrics.gauge('kring_coordination_lag_milliseconds', 'How long the last event took from recorded to noticed by the hub that acts.', () => coordination.lag);
  metrics.gauge('kring_coordination_postponed_households', 'How often a household could not be decided on and was put off.', () => coordination.postponed);
  let waiting = true;
  const ready = (): void => void (waiting = false);
  coordination.whenCaughtUp().then(ready, ready);
  setTimeout(ready, backlogPatienceMs).unref();
  const runs = (): boolean => coordination.state === 'live' || coordination.state === 'catching-up';
  readiness.add('coordination', () => (waiting ? 'the hub acts on what happened before' : runs() ? null : `the coordination is ${coordination.state}`));
  return coordination;
};

const openWorks = async ({ configuration, clock, log, regions, stores, sealer, metrics, readiness }: Ground): Promise<Works> => {
  const rebuilds = runRebuildable(() => new HouseholdProjection({ regions, now: () => clock.now() }), { eventStore: stores.events, viewStore: stores.views, clock, log });
  const projection = rebuilds.run;
  metrics.gauge('kring_projection_lag_milliseconds', 'How long the last event took from recorded to visible.', () => projection.lag);
  metrics.gauge('kring_projection_parked_households', 'Households that wait behind an event that could not be taken.', () => projection.parked.length);
  readiness.add('circles', () => (projection.state === 'live' ? null : `the view of circles is ${projection.state}`));
  const door = await Door.open({
    eventStore: stores.events, viewStore: stores.door, keyStore: stores.keys, sealer, tokens: await Blinder.over(stores.keys), regions, clock, log,
    maxEventBytes: configuration.KRING_MAX_EVENT_BYTES,
  });
  const kept = new KeptEvents(door);
  await kept.tryAll();
  return { door, kept, rebuilds, view: new HouseholdView(rebuilds.view) };
};

const moduleOver = ({ configuration, clock, regions, stores, sealer }: Ground, { door, kept, rebuilds, view }: Works, { verifier }: Issuer) => {
  const rejections = new Rejections(door.parts);
  const { KRING_MAX_EVENT_BYTES: maxEventBytes, KRING_MAX_BATCH_EVENTS: maxBatchEvents } = configuration;
  const [index, accessLog] = [new HouseholdFinder(door), new AccessLog(stores.events, clock)];
  return HubModule.with({
    clock,
    regions,
    verifier,
    ledger: new PartnerLedgerAtTheDoor(door),
    ingest: { intake: new Intake({ door, rejections, maxEventBytes }), kept, rejections, maxEventBytes, maxBatchEvents },
    households: { view, progress: rebuilds.run, index, keyStore: stores.keys, sealer, regions, clock, accessLog, verifier },
    audit: {
      eventStore: stores.events, view, progress: rebuilds.run, boxes: new Boxes(view, stores.keys, sealer), index, regions, clock, accessLog,
      replayLog: new ReplayLog(stores.events, stores.keys, sealer, clock),
    },
    projections: [{ projection: rebuilds.run, rebuilds }],
  });
};

const serve = async (ground: Ground, works: Works, issuer: Issuer, port: number) => {
  const { configuration, log, metrics, readiness } = ground;
  const app = await createHttpApp(moduleOver(ground, works, issuer), {
    log,
    metrics,
    readiness,
    api,
    limits: limitsFrom(configuration),
    mount: async (fastify) => {
      readBodies(fastify, configuration.KRING_MAX_BATCH_BYTES);
      await issuer.mount(fastify);
      await serveSite(fastify);
    },
  });
  await app.listen(port, configuration.KRING_HOST);
  return app;
};

/** Starts the whole hub in this process. What was opened is closed again when a later part does not start. */
export const startHub = async (configuration: Configuration, log: Log): Promise<Hub> => {
  const clock = clockFrom(configuration.KRING_CLOCK, configuration.production);
  const regions = await loadRegions(configuration.KRING_REGIONS);
  const port = configuration.KRING_PORT === 0 ? await freePort(configuration.KRING_HOST) : configuration.KRING_PORT;
  const url = configuration.KRING_PUBLIC_URL === '' ? `http://127.0.0.1:${port}` : configuration.KRING_PUBLIC_URL;
  const stores = await openStores(configuration, clock, log);
  const closing: (() => Promise<void>)[] = [() => stores.close()];
  const stop = async (): Promise<void> => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    await storesAgree(stores, configuration, clock);
    const ground: Ground = { configuration, clock, log, regions, stores, sealer: await Sealer.over(stores.keys), metrics: new Metrics(), readiness: new Readiness() };
    const works = await openWorks(ground);
    closing.push(async () => {
      await works.kept.idle();
      await works.door.close();
      await works.rebuilds.run.stop();
    });
    const issuer = issuerFor(configuration.KRING_OIDC_ISSUER, { issuer: url, regions, dataFolder: configuration.KRING_DATA, clock, production: configuration.production });
    const demo = configuration.KRING_DEMO && !configuration.production;
    let told = !demo;
    ground.readiness.add('demonstration', () => (told ? null : 'the demonstration is being told'));
    const app = await serve(ground, works, issuer, port);
    closing.push(() => app.close());
    if (demo) await tellDemo({ door: works.door, regions, clock, log, dataFolder: configuration.KRING_DATA });
    const coordination = coordinate(ground);
    closing.push(() => coordination.stop());
    told = true;
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
