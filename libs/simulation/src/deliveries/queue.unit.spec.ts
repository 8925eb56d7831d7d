import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Queue } from './queue.ts';

describe('what is still to come', () => {
  it('comes in order of time, and of one time in the order in which it was put in', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), (times) => {
      const queue = new Queue<number>();
      times.forEach((at, index) => queue.put(at, index));
      const taken = Array.from({ length: times.length }, () => queue.take()!);
      const expected = times.map((at, item) => ({ at, item })).sort((one, other) => one.at - other.at || one.item - other.item);
      expect(taken.map(({ at, item }) => ({ at, item }))).toEqual(expected);
      expect([queue.size, queue.next, queue.take()]).toEqual([0, Infinity, undefined]);
    }));
  });
});
