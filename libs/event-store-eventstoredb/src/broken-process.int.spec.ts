import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore, NewEvent } from '@kring/event-store';
import { openEventStoreDb } from './index.ts';
import { aStream, anEvent, events, idsOf, impatient, readOf } from './testing/given.ts';

const main = fileURLToPath(new URL('../../../test/servers/eventstoredb-double/main.ts', import.meta.url));

/** The double in a process of its own, which can be stopped and killed as a server is. */
class ServerProcess {
  #child: ChildProcess | undefined;
  connectionString = '';

  constructor(private readonly file: string) {}

  async start(): Promise<void> {
    const port = /:(\d+)/.exec(this.connectionString)?.[1] ?? '0';
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, port, this.file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(this.#child.stdout!, 'data')) as [Buffer];
    this.connectionString = line.toString().trim();
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

let folder: string;
let server: ServerProcess;
let store: EventStore;
const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);

beforeEach(async () => {
  process.on('unhandledRejection', note);
  folder = mkdtempSync(join(tmpdir(), 'kring-double-'));
  server = new ServerProcess(join(folder, 'log.ndjson'));
  await server.start();
  store = await openEventStoreDb({ connectionString: server.connectionString, now: () => new Date(), timeOuts: { ...impatient, appendMs: 20_000, attemptMs: 10_000 } });
});

afterEach(async () => {
  await store.close();
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
  process.off('unhandledRejection', note);
});

describe('a server process that is killed', () => {
  it('has stored each append once that was answered, and that is repeated', async () => {
    const stream = aStream();
    const batch = events(60);
    const appends = batch.map((event) => store.append(stream, [event], 'any').catch(() => store.append(stream, [event], 'any')));
    await Promise.race(appends);
    await server.kill();
    await server.start();
    await Promise.all(appends);
    expect(idsOf(await readOf(store, stream)).sort()).toEqual(idsOf(batch).sort());
  });

  it('is followed on where it stood', async () => {
    const stream = aStream();
    const all: NewEvent[] = events(20);
    await store.append(stream, all, 'any');
    const seen: string[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const batch of store.subscribe({ after: '', signal: stop.signal, batchSize: 8 })) {
        seen.push(...idsOf(batch.events));
        if (seen.length >= 40) stop.abort();
      }
    })();
    await server.kill();
    await server.start();
    const more = events(20);
    await store.append(stream, more, 19);
    await following;
    expect(seen).toEqual(idsOf([...all, ...more]));
  });
});

describe('a server process that is stopped, and dies with large appends waiting for it', () => {
  it('takes nothing of this process along', async () => {
    unhandled.length = 0;
    const large = { text: 'x'.repeat(900_000) };
    await store.append(aStream(), [anEvent(large)], 'no-stream');
    server.signal('SIGSTOP');
    const streams = Array.from({ length: 24 }, aStream);
    const appends = streams.map((stream) => store.append(stream, [anEvent(large)], 'no-stream'));
    for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
    await server.kill();
    await server.start();
    expect((await Promise.all(appends)).every(({ revision }) => revision === 0)).toBe(true);
    expect(unhandled).toEqual([]);
    expect((await store.append(aStream(), [anEvent()], 'no-stream')).revision).toBe(0);
  });
});
