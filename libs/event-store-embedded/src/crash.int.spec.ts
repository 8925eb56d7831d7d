import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { execPath } from 'node:process';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { aLog } from './testing/a-log.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

/** Starts a process that appends to ten streams as fast as it can and says which revisions were acknowledged. */
const aWriter = (file: string): ChildProcess =>
  spawn(execPath, ['--conditions=@kring/source', fileURLToPath(new URL('./testing/endless-writer.ts', import.meta.url)), file], { stdio: ['ignore', 'pipe', 'inherit'] });

describe('the embedded event store after kill -9', () => {
  const log = aLog();
  let writer: ChildProcess | undefined;

  afterEach(() => {
    writer?.kill('SIGKILL');
    log.remove();
  });

  it('holds every append that was acknowledged, whole and in order, time after time', async () => {
    const acknowledged = new Map<string, number>();
    for (const lines of [50, 400, 1_500]) {
      writer = aWriter(log.file);
      await listen(writer, acknowledged, lines);
      const store = await log.open();
      for (const [stream, revision] of acknowledged) {
        const events = [];
        for await (const batch of store.readStream(stream)) events.push(...batch);
        expect(events.length).toBeGreaterThan(revision);
        expect(events.map((event) => event.revision)).toEqual(events.map((_, index) => index));
        // Each append is of three events: none was stored in part.
        expect(events.length % 3).toBe(0);
        acknowledged.set(stream, events.length - 1);
      }
      await store.close();
    }
  });
});

/** Kills the writer in the middle of its work, once it has acknowledged so many appends. */
const listen = async (writer: ChildProcess, acknowledged: Map<string, number>, lines: number): Promise<void> => {
  let count = 0;
  for await (const line of createInterface({ input: writer.stdout! })) {
    const [stream, revision] = line.split(' ');
    if (!stream || !revision) break;
    acknowledged.set(stream, Math.max(Number(revision), acknowledged.get(stream) ?? -1));
    count += 1;
    if (count === lines) writer.kill('SIGKILL');
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  expect(count).toBeGreaterThanOrEqual(lines);
};
