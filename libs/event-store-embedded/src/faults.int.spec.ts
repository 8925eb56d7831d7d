import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventStoreUnavailable, type EventStore, type NewEvent } from '@kring/event-store';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { aLog, type TestLog } from './testing/a-log.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

const anEvent = (size: number): NewEvent => ({ id: randomUUID(), type: 'nl.kring.visits.planned.v1', data: { text: 'x'.repeat(size) }, metadata: {} });

const countOf = async (store: EventStore): Promise<number> => {
  let count = 0;
  for await (const batch of store.readAll({ after: '' })) count += batch.length;
  return count;
};

let log: TestLog;
let store: EventStore | undefined;

beforeEach(() => {
  log = aLog();
});

afterEach(async () => {
  await store?.close();
  store = undefined;
  log.remove();
});

describe('the embedded event store without room', () => {
  const fill = async (opened: EventStore): Promise<number> => {
    for (let stored = 0; ; stored += 1) {
      try {
        await opened.append('omring-1', [anEvent(20_000)], 'any');
      } catch (error) {
        expect(error).toBeInstanceOf(EventStoreUnavailable);
        return stored;
      }
    }
  };

  it('says that it is full, stores nothing of the append, and still answers', async () => {
    store = await log.open({ maxFileBytes: 400_000 });
    const stored = await fill(store);
    expect(stored).toBeGreaterThan(5);
    expect(await countOf(store)).toBe(stored);
    await expect(store.append('omring-1', [anEvent(20_000)], 'any')).rejects.toThrow('make room');
  });

  it('takes what still fits', async () => {
    store = await log.open({ maxFileBytes: 400_000 });
    const stored = await fill(store);
    await store.append('omring-1', [anEvent(10)], stored - 1);
    expect(await countOf(store)).toBe(stored + 1);
  });

  it('takes appends that fit although they waited together with one that does not', async () => {
    store = await log.open({ maxFileBytes: 400_000 });
    const attempts = await Promise.allSettled([
      store.append('omring-1', [anEvent(10)], 'any'),
      store.append('omring-2', [anEvent(600_000)], 'any'),
      store.append('omring-3', [anEvent(10)], 'any'),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await countOf(store)).toBe(2);
  });

  it('goes on once there is room', async () => {
    store = await log.open({ maxFileBytes: 400_000 });
    const stored = await fill(store);
    await store.close();
    store = await log.open();
    expect((await store.append('omring-1', [anEvent(20_000)], stored - 1)).revision).toBe(stored);
  });
});

describe('an embedded event store that cannot be opened', () => {
  const filled = async (): Promise<void> => {
    const opened = await log.open();
    for (let count = 0; count < 60; count += 1) await opened.append('omring-1', [anEvent(2_000)], 'any');
    await opened.close();
  };

  it('names the file that another holds', async () => {
    store = await log.open();
    await expect(log.open()).rejects.toThrow(`${log.file} cannot be opened: another process holds the file`);
  });

  it('refuses a file that was cut off, and says what to do', async () => {
    await filled();
    truncateSync(log.file, statSync(log.file).size - 5_000);
    await expect(log.open()).rejects.toThrow('restore the last backup');
  });

  it('refuses a file with a page that was overwritten', async () => {
    await filled();
    const file = openSync(log.file, 'r+');
    writeSync(file, Buffer.alloc(4_096, 0xff), 0, 4_096, 4_096);
    closeSync(file);
    await expect(log.open()).rejects.toThrow('the file is damaged');
  });

  it('refuses a log with a gap', async () => {
    await filled();
    const file = new DatabaseSync(log.file);
    file.exec('DELETE FROM page WHERE position = 30');
    file.close();
    await expect(log.open()).rejects.toThrow('the log has a gap before position 31');
  });

  it('refuses a file that is no database', async () => {
    writeFileSync(log.file, 'not a database, but long enough to be taken for one'.repeat(100));
    await expect(log.open()).rejects.toThrow('the file is damaged');
  });

  it('refuses the database of another program, and leaves it as it was', async () => {
    const other = new DatabaseSync(log.file);
    other.exec('CREATE TABLE address (street TEXT)');
    other.close();
    const before = readFileSync(log.file);
    await expect(log.open()).rejects.toThrow('holds something else');
    expect(readFileSync(log.file).subarray(100).equals(before.subarray(100))).toBe(true);
  });

  it('refuses a layout that it does not know', async () => {
    await filled();
    const file = new DatabaseSync(log.file);
    file.exec('PRAGMA user_version = 99');
    file.close();
    await expect(log.open()).rejects.toThrow('layout 99');
  });

  it('refuses a folder in the place of its file', async () => {
    mkdirSync(log.file);
    await expect(log.open()).rejects.toThrow('cannot be opened');
  });
});

describe('an embedded event store whose file is damaged while it is read', () => {
  it('says so, and does not pass over the gap', async () => {
    store = await log.open({ recentPages: 10 });
    for (let count = 0; count < 60; count += 1) await store.append(`omring-${count}`, [anEvent(20)], 'any');
    await store.close();
    const file = new DatabaseSync(log.file);
    file.exec('DELETE FROM page WHERE position = 5');
    file.close();
    store = await log.open();
    await expect(countOf(store)).rejects.toThrow('the log has a gap before position 6');
    await expect(countOf(store)).rejects.toThrow(EventStoreUnavailable);
  });
});

describe('what the embedded event store does not take', () => {
  beforeEach(async () => {
    store = await log.open();
  });

  it.each(['', 'two\nlines', 'x'.repeat(501), 'half \ud800'])('the name of a stream that is not one line of text (%j)', async (stream) => {
    await expect(store!.append(stream, [anEvent(1)], 'any')).rejects.toThrow(TypeError);
  });

  it('a type with a line break', async () => {
    await expect(store!.append('omring-1', [{ ...anEvent(1), type: 'a\nb' }], 'any')).rejects.toThrow(TypeError);
  });

  it('a position of another store', async () => {
    await expect(store!.readAll({ after: '12' })[Symbol.asyncIterator]().next()).rejects.toThrow('not a position');
  });

  it('a position behind the end of the log', async () => {
    await expect(store!.readAll({ after: '0000000000000009' })[Symbol.asyncIterator]().next()).rejects.toThrow('older copy');
  });

  it('a batch of no events or of too many', async () => {
    for (const batchSize of [0, 5_001, 1.5]) await expect(store!.readAll({ after: '', batchSize })[Symbol.asyncIterator]().next()).rejects.toThrow(RangeError);
  });
});
