import { describe, expect, it } from '@jest/globals';
import { digestOf } from './digest.ts';

describe('the digest of a command', () => {
  it('is the same whatever the order of the fields', () =>
    expect(digestOf({ kind: 'visit', at: { from: 1, until: 2 }, who: ['a', 'b'] })).toBe(digestOf({ who: ['a', 'b'], at: { until: 2, from: 1 }, kind: 'visit' })));

  it('is another for other values, also in another order of a list', () => {
    expect(digestOf({ who: ['a', 'b'] })).not.toBe(digestOf({ who: ['b', 'a'] }));
    expect(digestOf({ who: 'a' })).not.toBe(digestOf({ who: 'b' }));
  });
});
