import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EventStore } from '@kring/event-store';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { aLog, type TestLog } from './testing/a-log.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

/** SQLite has no checksums: a bit that fell over within a text left a file that it calls whole, and was served as if it had been stored so. */
describe('a log in which one bit fell over', () => {
  let log: TestLog;
  let store: EventStore | undefined;

  const anEvent = (label: string) => ({ id: randomUUID(), type: 'nl.kring.visits.planned.v1', data: { label }, metadata: {} });
  const readAll = async (): Promise<unknown> => (await Array.fromAsync(store!.readAll({ after: '' }))).flat();

  beforeEach(async () => {
    log = aLog();
    store = await log.open();
    for (const label of ['first', 'second', 'third']) await store.append(`omring-${label}`, [anEvent(label)], 'any');
    await store.close();
    store = undefined;
  });

  afterEach(async () => {
    await store?.close();
    log.remove();
  });

  it('is refused when it is opened, with the place and what to do', async () => {
    const bytes = readFileSync(log.file);
    const at = bytes.indexOf('"second"') + 3;
    bytes[at] = bytes[at]! ^ 1;
    writeFileSync(log.file, bytes);
    await expect(log.open()).rejects.toThrow(`${log.file} cannot be opened: the file is damaged: stop, keep a copy, and restore the last backup (the page at position 2 is not as it was written)`);
  });

  it('is not answered from, when it happens while the log is open', async () => {
    store = await log.open();
    const file = new DatabaseSync(log.file);
    file.exec(`UPDATE page SET recorded = recorded + 1 WHERE position = 2`);
    file.close();
    await expect(readAll()).rejects.toThrow('the page at position 2 is not as it was written');
    await expect(Array.fromAsync(store.readStream('omring-second'))).rejects.toThrow('restore the last backup');
    expect((await Array.fromAsync(store.readStream('omring-third'))).flat()).toHaveLength(1);
  });
});
