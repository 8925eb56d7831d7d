import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { RecordedEvent } from '@kring/event-store';
import { loadRegions } from '@kring/regions';
import { findingsIn, keptIn, type Kept } from '../crash/checker.ts';
import { circlesAt, timeless } from '../crash/circles.ts';
import { Office } from '../crash/load.ts';
import { startEventStoreDouble } from '../servers/eventstoredb-double/index.ts';
import { onPostgres } from '../servers/postgres.ts';
import { hubClient } from '../support/hub-client.ts';
import { freePort, startHubProcess, type HubProcess } from '../support/hub-process.ts';
import { startProxy, type Proxy, type Weather } from './proxy.ts';

const seed = Number(process.env['KRING_TEST_SEED'] ?? 20261122);
/** How often every storm comes. Where it is not said, once, and not where it takes minutes to get over. */
const rounds = Number(process.env['KRING_TEST_STORMS'] ?? 1);
const takesItsTime = process.env['KRING_TEST_STORMS'] !== undefined;
const caseMs = 240_000 + rounds * 180_000;

/** A storm lasts until it has done so much harm of its kind. */
type Storm = { readonly weather: Weather; readonly harm: keyof Proxy['suffered']; readonly times: number };
const storms: readonly Storm[] = [
  { weather: { latencyMs: [5, 60], sliceBytes: 97 }, harm: 'slices', times: 200 },
  { weather: { resetChance: 0.1 }, harm: 'resets', times: 5 },
  { weather: { lostAnswerChance: 0.2 }, harm: 'lostAnswers', times: 5 },
  { weather: { blackHole: true }, harm: 'swallowed', times: 2 },
  { weather: { latencyMs: [0, 20], sliceBytes: 400, resetChance: 0.03, lostAnswerChance: 0.05 }, harm: 'lostAnswers', times: 2 },
];
/** What the offices get through before the first storm, between two, and after the last. */
const eventsBetween = 60;

type Place = {
  /** Where the storm is: between whom it stands follows from whom it leads to. */
  readonly proxy: Proxy;
  readonly hub: HubProcess;
  /** Where the offices publish. */
  readonly url: string;
  readonly kept: () => Promise<Kept>;
  readonly restart: () => Promise<HubProcess>;
};

/** Publishes through every storm that comes to this place, then in good weather; those who published. */
const weathered = async ({ proxy, url, hub }: Place): Promise<readonly Office[]> => {
  const regions = await loadRegions('deploy/regions');
  const offices = ['omring', 'noordermaat', 'mee-drenthe'].map((partner) => new Office({ partner, source: regions.partner(partner)?.sources[0] ?? '', seed }));
  const client = hubClient(url);
  const publishing = Promise.all(offices.map((office) => office.publish(client, { goesOn: true })));
  const acknowledged = (): number => offices.reduce((sum, office) => sum + office.acknowledged.size, 0);
  const fairWeather = async (): Promise<void> => {
    const before = acknowledged();
    await until(() => acknowledged() >= before + eventsBetween, publishing);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const { weather, harm, times } of storms) {
      await fairWeather();
      const before = proxy.suffered[harm];
      proxy.weather = weather;
      await until(() => proxy.suffered[harm] >= before + times, publishing);
      proxy.weather = {};
      if (weather.blackHole) proxy.cut();
    }
  }
  await fairWeather();
  for (const office of offices) office.stop();
  await publishing;
  expect(hub.hasEnded()).toBe(false);
  return offices;
};

const pollMs = 20;

/** Waits for a condition, or for the publishing to fail. */
const until = async (isSo: () => boolean, publishing: Promise<unknown>): Promise<void> => {
  while (!isSo()) await Promise.race([pass(pollMs), publishing]);
};

const holdsItsPromises = (name: string, open: () => Promise<Place & { readonly close: () => Promise<void> }>, { isLong = false } = {}): void => {
  if (isLong && !takesItsTime) process.stderr.write(`kring: ${name}: SKIPPED, it takes minutes; npm run test:crash has it\n`);
  (isLong && !takesItsTime ? describe.skip : describe)(`${name} (seed ${seed})`, () => {
    let place: Awaited<ReturnType<typeof open>>;
    let offices: readonly Office[];

    beforeAll(async () => {
      place = await open();
      offices = await weathered(place);
      process.stderr.write(`kring: ${name} went through ${JSON.stringify(place.proxy.suffered)} (seed ${seed})\n`);
    }, caseMs);
    afterAll(() => place?.close(), caseMs);

    it('lost nothing that was acknowledged, took nothing twice, kept the order, and shows the circles that are drawn from nothing', async () => {
      const moment = new Date().toISOString();
      const promised = offices.reduce((last, { lastPosition }) => (lastPosition > last ? lastPosition : last), '');
      const asked = { then: `?asOf=${moment}&knownAt=${moment}&minPosition=${promised}`, now: `?minPosition=${promised}` };
      const lived = await settledCircles(place.hub, asked);
      await place.hub.end();
      expect(findingsIn(await place.kept(), new Map(offices.flatMap(({ acknowledged }) => [...acknowledged])))).toEqual([]);
      const again = await place.restart();
      const drawn = await settledCircles(again, asked);
      await again.end();
      expect(Object.keys(lived.then).length).toBeGreaterThan(10);
      expect(drawn).toEqual(lived);
    }, caseMs);
  });
};

/** Read once the view holds all that was promised: a hub that is ready may be a moment behind. */
const settledCircles = async (hub: HubProcess, { then, now }: { readonly then: string; readonly now: string }) => {
  expect(await hub.ready()).toBe(true);
  return { then: await circlesAt(hub, then), now: timeless(await circlesAt(hub, now)) };
};

const forgetViews = (data: string): void => {
  for (const view of ['views.db', 'door.db']) for (const end of ['', '-wal', '-shm']) rmSync(join(data, `${view}${end}`), { force: true });
};

const aFolder = (): string => mkdtempSync(join(tmpdir(), 'kring-storm-'));

const started = async (data: string, env: Readonly<Record<string, string>> = {}): Promise<{ readonly hub: HubProcess; readonly port: number }> => {
  const port = await freePort();
  const hub = startHubProcess({ data, port, env });
  if (!(await hub.ready())) throw new Error(`the hub did not start:\n${hub.output()}`);
  return { hub, port };
};

holdsItsPromises('a hub behind a bad network', async () => {
  const data = aFolder();
  const { hub, port } = await started(data);
  const proxy = await startProxy({ target: port, seed });
  const restart = async (): Promise<HubProcess> => {
    forgetViews(data);
    return (await started(data)).hub;
  };
  const close = async (): Promise<void> => {
    await hub.kill();
    await proxy.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return { proxy, hub, url: `http://127.0.0.1:${proxy.port}`, restart, close, kept: () => keptIn(data) };
});

holdsItsPromises('a hub with a bad network between it and EventStoreDB', async () => {
  const data = aFolder();
  const double = await startEventStoreDouble();
  const proxy = await startProxy({ target: double.port, seed });
  const env = { KRING_EVENT_STORE: `kurrentdb://127.0.0.1:${proxy.port}?tls=false` };
  const { hub } = await started(data, env);
  const restart = async (): Promise<HubProcess> => {
    forgetViews(data);
    return (await started(data, env)).hub;
  };
  const close = async (): Promise<void> => {
    await hub.kill();
    await proxy.stop();
    await double.stop();
    rmSync(data, { recursive: true, force: true });
  };
  const json = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString()) as RecordedEvent['data'];
  const log = (): RecordedEvent[] =>
    double.log.events
      .filter(({ stream }) => !stream.startsWith('$'))
      .map(({ id, type, stream, revision, position, created, data: facts, metadata }) => ({
        id, type, stream, revision, position: String(position).padStart(16, '0'), recordedAt: new Date(created).toISOString(), data: json(facts), metadata: json(metadata),
      }));
  return { proxy, hub, url: hub.url, restart, close, kept: async () => ({ log: log(), viewed: '', history: new Map() }) };
}, { isLong: true });

onPostgres('with PostgreSQL', (server) => {
  holdsItsPromises('a hub with a bad network between it and PostgreSQL', async () => {
    const data = aFolder();
    const address = new URL(server().url);
    const proxy = await startProxy({ target: Number(address.port), seed });
    address.port = String(proxy.port);
    const env = { KRING_VIEW_STORE: address.href, KRING_KEY_STORE: address.href };
    const { hub } = await started(data, env);
    const close = async (): Promise<void> => {
      await hub.kill();
      await proxy.stop();
      rmSync(data, { recursive: true, force: true });
    };
    // Drawn from nothing: by views in files of their own, beside the same keys.
    const restart = async (): Promise<HubProcess> => (await started(data, { KRING_KEY_STORE: address.href })).hub;
    return { proxy, hub, url: hub.url, restart, close, kept: async () => ({ log: (await keptIn(data)).log, viewed: '', history: new Map() }) };
  });
});
