import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BoundedMap } from './bounded-map.ts';

describe('a bounded map', () => {
  it('forgets what was used longest ago', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  });

  it('replaces a value without growing', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.set('a', 2);
    expect([map.size, map.get('a')]).toEqual([1, 2]);
  });

  it('forgets what it is told to', () => {
    const map = new BoundedMap<string, number>(2);
    map.set('a', 1);
    map.delete('a');
    expect(map.get('a')).toBeUndefined();
    map.set('b', 1);
    map.clear();
    expect(map.size).toBe(0);
  });

  it('never holds more than its bound, and always what was set last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(9)), (bound, keys) => {
        const map = new BoundedMap<number, number>(bound);
        for (const [index, key] of keys.entries()) {
          map.set(key, index);
          expect(map.size).toBeLessThanOrEqual(bound);
          expect(map.get(key)).toBe(index);
        }
      }),
    );
  });
});
