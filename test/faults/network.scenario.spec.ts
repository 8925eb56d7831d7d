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
import { chanceFrom, seedOf, whole } from '../support/chance.ts';
import { hubClient } from '../support/hub-client.ts';
import { freePort, startHubProcess, type HubProcess } from '../support/hub-process.ts';
import { startProxy, type Proxy, type Weather } from './proxy.ts';

const seed = Number(process.env['KRING_TEST_SEED'] ?? 20261122);
const rounds = Number(process.env['KRING_TEST_STORMS'] ?? 1);
const caseMs = 120_000 + rounds * 60_000;

const storms: readonly (readonly [string, Weather])[] = [
  ['slow', { latencyMs: [5, 60] }],
  ['in slices', { sliceBytes: 97 }],
  ['resetting', { resetChance: 0.05 }],
  ['losing answers', { lostAnswerChance: 0.1 }],
  ['black hole', { blackHole: true }],
  ['all at once', { latencyMs: [0, 20], sliceBytes: 400, resetChance: 0.02, lostAnswerChance: 0.03 }],
];

type Place = {
  /** Where the storm is: between whom it stands follows from whom it leads to. */
  readonly proxy: Proxy;
  readonly hub: HubProcess;
  /** Where the offices publish. */
  readonly url: string;
  readonly kept: () => Promise<Kept>;
  readonly restart: () => Promise<HubProcess>;
};

/** Publishes through every kind of storm, then in good weather; what is found wrong afterwards. */
const weathered = async ({ proxy, url, hub }: Place): Promise<readonly Office[]> => {
  const regions = await loadRegions('deploy/regions');
  const offices = ['omring', 'noordermaat', 'mee-drenthe'].map((partner) => new Office({ partner, source: regions.partner(partner)?.sources[0] ?? '', seed }));
  const client = hubClient(url);
  const publishing = Promise.all(offices.map((office) => office.publish(client, { goesOn: true })));
  const chance = chanceFrom(seedOf(seed, 'storms'));
  for (let round = 0; round < rounds; round += 1) {
    for (const [, weather] of storms) {
      proxy.weather = weather;
      await Promise.race([pass(whole(chance, 600, 1_400)), publishing]);
      proxy.weather = {};
      if (weather.blackHole) proxy.cut();
      await Promise.race([pass(whole(chance, 200, 500)), publishing]);
    }
  }
  for (const office of offices) office.stop();
  await publishing;
  for (const office of offices) office.stop();
  expect(hub.hasEnded()).toBe(false);
  return offices;
};

const holdsItsPromises = (name: string, open: () => Promise<Place & { readonly close: () => Promise<void> }>): void => {
  describe(`${name} (seed ${seed})`, () => {
    let place: Awaited<ReturnType<typeof open>>;
    let offices: readonly Office[];

    beforeAll(async () => {
      place = await open();
      offices = await weathered(place);
    }, caseMs);
    afterAll(() => place?.close(), caseMs);

    it('met resets, lost answers, slices and silence', () => {
      const { connections, ...suffered } = place.proxy.suffered;
      process.stderr.write(`kring: ${name}: ${connections} connections, ${JSON.stringify(suffered)}, ${offices.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)} events acknowledged\n`);
      expect(Object.entries(suffered).filter(([, times]) => times === 0)).toEqual([]);
    });

    it('lost nothing that was acknowledged, took nothing twice, kept the order, and shows the circles that are drawn from nothing', async () => {
      const moment = new Date().toISOString();
      const then = `?asOf=${moment}&knownAt=${moment}`;
      const lived = await settledCircles(place.hub, then);
      await place.hub.end();
      expect(findingsIn(await place.kept(), new Map(offices.flatMap(({ acknowledged }) => [...acknowledged])))).toEqual([]);
      const again = await place.restart();
      const drawn = await settledCircles(again, then);
      await again.end();
      expect(Object.keys(lived.then).length).toBeGreaterThan(10);
      expect(drawn).toEqual(lived);
    }, caseMs);
  });
};

const settledCircles = async (hub: HubProcess, then: string) => {
  expect(await hub.ready()).toBe(true);
  return { then: await circlesAt(hub, then), now: timeless(await circlesAt(hub, '')) };
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
});

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
