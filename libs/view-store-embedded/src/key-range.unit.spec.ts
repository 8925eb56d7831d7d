import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { behind } from './key-range.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

describe('the end of a range of keys', () => {
  it('lies behind every key with the prefix and before every other behind it', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(text, fc.string({ unit: 'binary', maxLength: 6 }), text, (prefix, rest, other) => {
        const end = behind(prefix);
        if (end === undefined) return true;
        expect(Buffer.compare(bytes(prefix + rest), bytes(end))).toBe(-1);
        if (!other.startsWith(prefix) && Buffer.compare(bytes(other), bytes(prefix)) > 0) expect(Buffer.compare(bytes(other), bytes(end))).toBeGreaterThanOrEqual(0);
        return true;
      }),
    );
  });

  it('is open behind a prefix of last code points only', () => {
    expect(behind('\u{10ffff}\u{10ffff}')).toBeUndefined();
    expect(behind('')).toBeUndefined();
  });
});
