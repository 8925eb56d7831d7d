import { describe, expect, it } from '@jest/globals';
import { Problem } from '@kring/platform';
import { etagOf, idempotencyKeyOf, revisionsOf } from './preconditions.ts';

describe('the preconditions of a command', () => {
  it('are none where no header gives any', () => {
    expect(idempotencyKeyOf(undefined)).toBeNull();
    expect(revisionsOf(undefined)).toBeNull();
  });

  it('take a key with the quotes of a structured header, and without', () => {
    expect(idempotencyKeyOf('"6f2c-1"')).toBe('6f2c-1');
    expect(idempotencyKeyOf('6f2c-1')).toBe('6f2c-1');
  });

  it.each(['', 'two words', 'é', 'x'.repeat(121)])('refuse %j as a key', (key) => expect(() => idempotencyKeyOf(key)).toThrow(Problem));

  it('read back the ETags that were given, also several, also that of an empty page', () => {
    expect(revisionsOf(etagOf(3))).toEqual([3]);
    expect(revisionsOf('"-1", "12"')).toEqual([-1, 12]);
  });

  it.each(['3', 'W/"3"', '*', '"x"', ''])('refuse %j as an ETag', (tag) => expect(() => revisionsOf(tag)).toThrow(Problem));
});
