import { describe, expect, it } from '@jest/globals';
import type { DataKey, KeyStore } from '@kring/key-store';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { boundTo } from './bound-to.ts';
import { BoxUnreadable } from './box-unreadable.ts';
import { Sealer, type JsonObject } from './sealer.ts';

const aKey = (subject = 'household:1'): DataKey => ({ subject, key: randomBytes(32) });
const bound = boundTo('0b0e7f5c-1111-4222-8333-444455556666', 'nl.kring.involvements.started.v1', 'h1');
const content = fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<JsonObject>;

describe('a sealed box', () => {
  const sealer = new Sealer(1);
  const key = aKey();

  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(content, fc.constantFrom('personal' as const, 'tokens' as const), fc.string(), (plain, purpose, where) => {
        expect(JSON.stringify(sealer.open(key, purpose, where, sealer.seal(key, purpose, where, plain)))).toBe(JSON.stringify(plain));
      }),
    );
  });

  it('opens with another sealer that has the same key', () => {
    expect(new Sealer(2).open({ ...key }, 'personal', bound, sealer.seal(key, 'personal', bound, { '/name': 'Fatma' }))).toEqual({ '/name': 'Fatma' });
  });

  it('shows nothing of what is in it but its length', () => {
    const box = Buffer.from(sealer.seal(key, 'personal', bound, { '/name': 'Fatma Yılmaz' }), 'base64url');
    expect(box.includes('Fatma')).toBe(false);
    expect(sealer.seal(key, 'personal', bound, { a: 1 })).not.toBe(sealer.seal(key, 'personal', bound, { a: 1 }));
  });

  it('is 29 bytes longer than its text, and safe in a URL', () => {
    const box = sealer.seal(key, 'personal', bound, { a: 1 });
    expect(box).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(Buffer.from(box, 'base64url').length).toBe(29 + '{"a":1}'.length);
  });

  it('does not open when any bit of it is flipped', () => {
    const bytes = Buffer.from(sealer.seal(key, 'personal', bound, { '/name': 'Fatma' }), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => sealer.open(key, 'personal', bound, flipped.toString('base64url'))).toThrow(BoxUnreadable);
    }
  });

  it('does not open when any letter of its text is another, missing or added', () => {
    const box = sealer.seal(key, 'personal', bound, { '/name': 'Fatma' });
    fc.assert(
      fc.property(fc.nat(box.length - 1), fc.string({ minLength: 0, maxLength: 2 }), (at, instead) => {
        const changed = box.slice(0, at) + instead + box.slice(at + 1);
        if (changed !== box) expect(() => sealer.open(key, 'personal', bound, changed)).toThrow(BoxUnreadable);
      }),
    );
  });

  it('does not open with another key, for another purpose, or in another place', () => {
    const box = sealer.seal(key, 'personal', bound, { '/name': 'Fatma' });
    expect(() => sealer.open(aKey(), 'personal', bound, box)).toThrow(BoxUnreadable);
    expect(() => sealer.open(key, 'tokens', bound, box)).toThrow(BoxUnreadable);
    expect(() => sealer.open(key, 'personal', bound.replace('h1', 'h2'), box)).toThrow(BoxUnreadable);
  });

  it.each(['', 'AQ', 'not a box', '!'.repeat(80)])('does not open what is no box: %j', (box) => {
    expect(() => sealer.open(key, 'personal', bound, box)).toThrow(BoxUnreadable);
  });

  it('says nothing of its content or key when it does not open', () => {
    expect(new BoxUnreadable().message).toBe('the box does not open');
  });
});

describe('the nonces of boxes', () => {
  const nonceOf = (box: string): string => Buffer.from(box, 'base64url').subarray(1, 13).toString('hex');

  it('never come twice, also over many starts on one key store', async () => {
    let epoch = 0;
    const keys = { epoch: async () => (epoch += 1) } as KeyStore;
    const key = aKey();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 12 }), async (starts) => {
        const nonces: string[] = [];
        for (const boxes of starts) {
          const sealer = await Sealer.over(keys);
          for (let count = 0; count < boxes; count += 1) nonces.push(nonceOf(sealer.seal(key, count % 2 === 0 ? 'personal' : 'tokens', bound, {})));
        }
        expect(new Set(nonces).size).toBe(nonces.length);
      }),
    );
  });

  it.each([-1, 1.5, 2 ** 32, Number.NaN])('refuse an epoch that does not fit: %d', (epoch) => {
    expect(() => new Sealer(epoch)).toThrow(RangeError);
  });
});
