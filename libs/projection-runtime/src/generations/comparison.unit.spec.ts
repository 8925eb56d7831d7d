import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ViewRow } from '@kring/view-store';
import { RowsInMemory } from '../rows-in-memory.ts';
import { Comparison } from './comparison.ts';

const collections = ['one', 'other'];
/** More keys than a page holds. */
const key = fc.integer({ min: 0, max: 250 }).map((n) => `k${String(n).padStart(3, '0')}`);
const row: fc.Arbitrary<ViewRow> = fc.record({ collection: fc.constantFrom(...collections), key, value: fc.uint8Array({ minLength: 1, maxLength: 1, max: 1 }) });
const step = fc.record({ puts: fc.array(row, { maxLength: 30 }), deletes: fc.array(row.map(({ collection, key: one }) => ({ collection, key: one })), { maxLength: 10 }) });
const filled = fc.array(row, { maxLength: 600 });

const comparable = (_collection: string, value: Uint8Array): Uint8Array => value;
const differing = (serving: RowsInMemory, next: RowsInMemory): readonly string[] => {
  const told = (rows: RowsInMemory) => new Map(rows.rows().map((one) => [`${one.collection} ${one.key}`, Buffer.from(one.value).toString('hex')]));
  const [former, latter] = [told(serving), told(next)];
  return [...new Set([...former.keys(), ...latter.keys()])].filter((place) => former.get(place) !== latter.get(place)).sort();
};

describe('the comparison of two views', () => {
  it('finds every row that differs in the end, and no other, whatever both take meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(filled, filled, fc.array(fc.record({ both: step, serving: step, next: step }), { maxLength: 8 }), async (one, other, steps) => {
        const [serving, next] = [new RowsInMemory(), new RowsInMemory()];
        serving.take({ puts: one, deletes: [] });
        next.take({ puts: [...one, ...other.slice(0, 20)], deletes: [] });
        const comparison = new Comparison({ collections, comparable }, serving, next);
        for (let more = true; more; ) {
          const taken = steps.shift();
          if (taken) {
            for (const [view, its] of [[serving, taken.both], [next, taken.both], [serving, taken.serving], [next, taken.next]] as const) {
              view.take(its);
              comparison.changed([...its.puts, ...its.deletes]);
            }
          }
          more = await comparison.page();
        }
        await comparison.settle();
        const expected = differing(serving, next);
        expect(comparison.differences.count).toBe(expected.length);
        expect(comparison.differences.first.map(({ collection, key: its }) => `${collection} ${its}`).every((place) => expected.includes(place))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('counts up to a bound, and names the first', async () => {
    const [serving, next] = [new RowsInMemory(), new RowsInMemory()];
    next.take({ puts: Array.from({ length: 10_050 }, (_, n) => ({ collection: 'one', key: `k${100_000 + n}`, value: new Uint8Array() })), deletes: [] });
    const comparison = new Comparison({ collections, comparable }, serving, next);
    while (await comparison.page());
    expect(comparison.differences).toMatchObject({ count: 10_000, atLeast: true });
    expect(comparison.differences.first).toHaveLength(20);
    expect(comparison.differences.first[0]).toEqual({ collection: 'one', key: 'k100000', is: 'extra' });
    expect(comparison.rows).toBe(10_050);
  });

  it('takes for the same what the definition does not count as a difference', async () => {
    const [serving, next] = [new RowsInMemory(), new RowsInMemory()];
    serving.take({ puts: [{ collection: 'one', key: 'a', value: Buffer.from('same 12:00') }], deletes: [] });
    next.take({ puts: [{ collection: 'one', key: 'a', value: Buffer.from('same 13:00') }], deletes: [] });
    const comparison = new Comparison({ collections, comparable: (_collection, value) => Buffer.from(value).subarray(0, 4) }, serving, next);
    while (await comparison.page());
    expect(comparison.differences.count).toBe(0);
  });
});
