import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ViewCommit, ViewQuery, ViewStore } from '@kring/view-store';
import { DatabaseSync } from 'node:sqlite';
import { searchFor } from './search.ts';
import { aViewFile, type TestViewFile } from './testing/a-view-file.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

describe('the embedded view store', () => {
  let views: TestViewFile;
  let store: ViewStore;

  beforeEach(() => {
    views = aViewFile();
  });

  afterEach(async () => {
    await store.close();
    views.remove();
  });

  const stepWith = async (key: string, size: number): Promise<ViewCommit> => {
    const { epoch } = await store.claim('circles');
    return { projection: 'circles', epoch, position: '0000000000000001', puts: [{ collection: 'circle', key, value: new Uint8Array(size) }], deletes: [] };
  };

  const put = async (key: string, size: number): Promise<void> => store.commit(await stepWith(key, size));

  it('says that another process holds its file', async () => {
    store = await views.open();
    await expect(views.open()).rejects.toThrow('another process holds the file');
  });

  it('says that it is full, writes nothing of the step, and goes on with what fits', async () => {
    store = await views.open({ maxFileBytes: 300_000 });
    await put('small', 100);
    await expect(put('large', 400_000)).rejects.toThrow('make room');
    expect(await store.get('circle', ['large'])).toEqual([undefined]);
    await put('other', 100);
    expect((await store.get('circle', ['small', 'other'])).map((value) => value?.byteLength)).toEqual([100, 100]);
  });

  it('refuses a step that would wait beyond its bound', async () => {
    store = await views.open({ maxWaiting: 1_000 });
    const step = await stepWith('a', 900);
    const attempts = await Promise.allSettled([store.commit(step), store.commit(step)]);
    expect(attempts.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await store.commit(step);
  });

  it.each<[string, ViewQuery]>([
    ['all rows', {}],
    ['a range', { after: 'a', upTo: 'b' }],
    ['a prefix', { prefix: 'a' }],
    ['a term', { terms: ['x'] }],
    ['several terms and a prefix', { terms: ['x', 'y', 'z'], prefix: 'a', after: 'ab' }],
  ])('walks an index in the order of the keys, never a whole table: %s', async (_, query) => {
    store = await views.open();
    const file = new DatabaseSync(views.file, { readOnly: true });
    const { sql, values } = searchFor('circle', query, 10);
    const plan = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map((step) => String(step['detail']));
    file.close();
    expect(plan.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual([]);
  });
});
