import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ViewQuery, ViewRow } from '@kring/view-store';
import { PendingRows } from './pending-rows.ts';
import { RowsInMemory } from './rows-in-memory.ts';

const key = fc.constantFrom('a', 'a/1', 'a/2', 'b', 'b/1', 'c', '\uffee', '😀');
const term = fc.constantFrom('x', 'y');
const row: fc.Arbitrary<ViewRow> = fc.record({ collection: fc.constantFrom('one', 'other'), key, value: fc.uint8Array({ maxLength: 2 }), terms: fc.uniqueArray(term) });
const step = fc.record({ puts: fc.array(row, { maxLength: 8 }), deletes: fc.array(fc.record({ collection: fc.constantFrom('one', 'other'), key }), { maxLength: 6 }) });
const query: fc.Arbitrary<ViewQuery> = fc.record(
  { prefix: fc.constantFrom('', 'a', 'a/', 'b'), terms: fc.uniqueArray(term), after: key, upTo: key, limit: fc.integer({ min: 1, max: 9 }) },
  { requiredKeys: [] },
);
const keys = ['a', 'a/1', 'a/2', 'b', 'b/1', 'c', '\uffee', '😀', 'none'];

describe('the rows of a step that is being written', () => {
  it('are read as if they were written already, however they are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(step, step, query, async (stored, pending, asked) => {
        const [before, after] = [new RowsInMemory(), new RowsInMemory()];
        before.take(stored);
        after.take(stored);
        after.take(pending);
        const view = new PendingRows(pending, before, new Promise(() => undefined));
        expect(await view.get('one', keys)).toEqual(await after.get('one', keys));
        expect(await view.find('one', asked)).toEqual(await after.find('one', asked));
      }),
      { numRuns: 500 },
    );
  });

  it('are waited for where more would have to be asked than a store gives', async () => {
    const store = new RowsInMemory();
    const written = Promise.withResolvers<void>();
    const puts = Array.from({ length: 600 }, (_, n) => ({ collection: 'one', key: `k${1_000 + n}`, value: new Uint8Array() }));
    const found = new PendingRows({ puts, deletes: [] }, store, written.promise).find('one', { limit: 500 });
    store.take({ puts, deletes: [] });
    written.resolve();
    expect(await found).toHaveLength(500);
  });

  it('cannot be read when they could not be written and are waited for', async () => {
    const failing = Promise.reject(new Error('the disk is full'));
    const puts = Array.from({ length: 600 }, (_, n) => ({ collection: 'one', key: `k${n}`, value: new Uint8Array() }));
    await expect(new PendingRows({ puts, deletes: [] }, new RowsInMemory(), failing).find('one', { limit: 500 })).rejects.toThrow('the disk is full');
  });
});
