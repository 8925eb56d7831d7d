import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GroupWriter, WriteFailed } from './group-writer.ts';
import { siblingThread } from './sibling-thread.ts';
import type { CounterTask } from './testing/counter.thread.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

describe('a writing thread', () => {
  let folder: string;
  let writer: GroupWriter<CounterTask, number>;

  const open = (): Promise<GroupWriter<CounterTask, number>> =>
    GroupWriter.over(siblingThread(import.meta.url, 'testing/counter.thread', { file: join(folder, 'numbers.db') }), { maxWaiting: 1_000, maxGroup: 100 });

  const kindOf = async (attempt: Promise<unknown>): Promise<string> => {
    try {
      await attempt;
    } catch (error) {
      return (error as WriteFailed).fault.kind;
    }
    return 'none';
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kring-sqlite-'));
    writer = await open();
  });

  afterEach(async () => {
    await writer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('answers each task with its own outcome, in order', async () => {
    expect(await Promise.all([1, 2, 3, 4].map((add) => writer.submit({ add }, 1)))).toEqual([1, 3, 6, 10]);
  });

  it('puts what is asked at the same time into one transaction, up to its bound', async () => {
    await Promise.all(Array.from({ length: 250 }, () => writer.submit({ add: 1 }, 1)));
    expect(await writer.submit({ transactions: true }, 1)).toBe(3);
  });

  it('lets a task that cannot be carried out take no other with it', async () => {
    const attempts = await Promise.allSettled([writer.submit({ add: 1 }, 1), writer.submit({ fail: true }, 1), writer.submit({ add: 1 }, 1)]);
    expect(attempts.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await writer.submit({ add: 0 }, 1)).toBe(2);
  });

  it('takes a task that is heavier than all that may wait, when nothing waits', async () => {
    expect(await writer.submit({ add: 1 }, 5_000)).toBe(1);
  });

  it('refuses what would wait beyond its bound', async () => {
    const kinds = await Promise.all([900, 200, 100].map((weight) => kindOf(writer.submit({ add: 1 }, weight))));
    expect(kinds).toEqual(['none', 'busy', 'none']);
  });

  it('says that the outcome is unknown when the thread ends in the middle of a group, and refuses from then on', async () => {
    expect(await kindOf(writer.submit({ crash: true }, 1))).toBe('unsure');
    expect(await kindOf(writer.submit({ add: 1 }, 1))).toBe('closed');
  });

  it('refuses what waits behind a group in which the thread ended: that was never begun', async () => {
    const kinds = await Promise.all([kindOf(writer.submit({ crash: true }, 100)), kindOf(writer.submit({ add: 1 }, 100))]);
    expect(kinds).toEqual(['unsure', 'closed']);
    writer = await open();
    expect(await writer.submit({ add: 0 }, 1)).toBe(0);
  });

  it('writes what waits before it closes, and refuses what comes later', async () => {
    const writing = Promise.all(Array.from({ length: 300 }, () => writer.submit({ add: 1 }, 1)));
    const closing = writer.close();
    expect(await kindOf(writer.submit({ add: 1 }, 1))).toBe('closed');
    await closing;
    expect(await writing).toHaveLength(300);
    writer = await open();
    expect(await writer.submit({ add: 0 }, 1)).toBe(300);
  });
});
