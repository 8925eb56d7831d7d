import { describe, expect, it } from '@jest/globals';
import { aName, anOwner, keysOf, refusal, row, shared, textOf, type OpenViewStore } from './given.ts';

export const finding = (open: OpenViewStore): void => {
  describe('finding rows', () => {
    const store = shared(open);

    const collectionOf = async (...keys: string[]): Promise<string> => {
      const collection = aName();
      await (await anOwner(store())).put(...keys.map((key) => row(collection, key)));
      return collection;
    };

    it('finds nothing in a collection that is not there', async () => {
      expect(await store().find(aName(), {})).toEqual([]);
    });

    it('finds all rows in the order of their keys', async () => {
      const collection = await collectionOf('c', 'a', 'b');
      const found = await store().find(collection, {});
      expect(found.map(({ key, value }) => [key, textOf(value)])).toEqual([['a', 'a'], ['b', 'b'], ['c', 'c']]);
    });

    it('orders keys by code point', async () => {
      const keys = ['A', 'B', 'a', 'é', '\uffee', '😀'];
      expect(keysOf(await store().find(await collectionOf(...keys.toReversed()), {}))).toEqual(keys);
    });

    it('finds at most a hundred unless more is asked for', async () => {
      const collection = await collectionOf(...Array.from({ length: 120 }, (_, index) => `k${1_000 + index}`));
      expect(await store().find(collection, {})).toHaveLength(100);
      expect(await store().find(collection, { limit: 120 })).toHaveLength(120);
    });

    it('goes through a collection page by page', async () => {
      const keys = Array.from({ length: 25 }, (_, index) => `k${100 + index}`);
      const collection = await collectionOf(...keys);
      const seen: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = keysOf(await store().find(collection, { after, limit: 10 }));
        if (page.length === 0) break;
        seen.push(...page);
        after = page.at(-1);
      }
      expect(seen).toEqual(keys);
    });

    it('finds up to and including a key', async () => {
      const collection = await collectionOf('2026-01-01', '2026-01-02', '2026-01-03');
      expect(keysOf(await store().find(collection, { upTo: '2026-01-02' }))).toEqual(['2026-01-01', '2026-01-02']);
      expect(keysOf(await store().find(collection, { after: '2026-01-01', upTo: '2026-01-02' }))).toEqual(['2026-01-02']);
    });

    it('finds by the beginning of the key', async () => {
      const collection = await collectionOf('a/1', 'a/2', 'a', 'ab', 'b/1', 'A/1');
      expect(keysOf(await store().find(collection, { prefix: 'a/' }))).toEqual(['a/1', 'a/2']);
      expect(keysOf(await store().find(collection, { prefix: 'a/', after: 'a/1' }))).toEqual(['a/2']);
    });

    it.each(['%', '_', '*', '\ud7ff', '\uffff', '😀', '\u{10ffff}'])('takes a prefix as it is, letter by letter: %j', async (prefix) => {
      const collection = await collectionOf('plain', prefix, `${prefix}x`, `${prefix}\u{10ffff}y`, `x${prefix}`);
      expect(keysOf(await store().find(collection, { prefix }))).toEqual([prefix, `${prefix}x`, `${prefix}\u{10ffff}y`]);
    });

    it('takes an empty prefix for none', async () => {
      expect(keysOf(await store().find(await collectionOf('a', 'b'), { prefix: '' }))).toEqual(['a', 'b']);
    });

    it('finds ten thousand with a prefix, a thousand without, and refuses to look for more', async () => {
      const collection = await collectionOf('a');
      await store().find(collection, { limit: 1_000 });
      await store().find(collection, { prefix: 'a', limit: 10_000 });
      expect(await refusal(store().find(collection, { limit: 1_001 }))).toBeInstanceOf(RangeError);
      expect(await refusal(store().find(collection, { prefix: 'a', limit: 10_001 }))).toBeInstanceOf(RangeError);
      expect(await refusal(store().find(collection, { limit: 0 }))).toBeInstanceOf(RangeError);
    });
  });

  describe('finding rows by their terms', () => {
    const store = shared(open);

    it('finds the rows that carry a term, in the order of their keys', async () => {
      const collection = aName();
      await (await anOwner(store())).put(row(collection, 'c', 'c', ['x']), row(collection, 'a', 'a', ['x', 'y']), row(collection, 'b', 'b', ['y']));
      expect((await store().find(collection, { terms: ['x'] })).map(({ key, value }) => [key, textOf(value)])).toEqual([['a', 'a'], ['c', 'c']]);
    });

    it('finds the rows that carry every one of several terms', async () => {
      const collection = aName();
      await (await anOwner(store())).put(row(collection, 'a', 'a', ['x', 'y', 'z']), row(collection, 'b', 'b', ['x', 'y']), row(collection, 'c', 'c', ['z']));
      expect(keysOf(await store().find(collection, { terms: ['y', 'x'] }))).toEqual(['a', 'b']);
      expect(keysOf(await store().find(collection, { terms: ['x', 'y', 'z'] }))).toEqual(['a']);
      expect(await store().find(collection, { terms: ['x', 'none'] })).toEqual([]);
    });

    it('takes a term that is named twice as one', async () => {
      const collection = aName();
      await (await anOwner(store())).put(row(collection, 'a', 'a', ['x', 'x']));
      expect(keysOf(await store().find(collection, { terms: ['x', 'x'] }))).toEqual(['a']);
    });

    it('finds a row by the terms of its last version only', async () => {
      const collection = aName();
      const owner = await anOwner(store());
      await owner.put(row(collection, 'a', 'a', ['old', 'kept']));
      await owner.put(row(collection, 'a', 'a', ['kept', 'new']));
      const found = await Promise.all(['old', 'kept', 'new'].map((term) => store().find(collection, { terms: [term] })));
      expect(found.map(({ length }) => length)).toEqual([0, 1, 1]);
      await owner.put(row(collection, 'a'));
      expect(await store().find(collection, { terms: ['kept'] })).toEqual([]);
    });

    it('goes through them page by page', async () => {
      const collection = aName();
      await (await anOwner(store())).put(...Array.from({ length: 9 }, (_, index) => row(collection, `k${index}`, '', index % 2 === 0 ? ['even'] : [])));
      expect(keysOf(await store().find(collection, { terms: ['even'], limit: 2 }))).toEqual(['k0', 'k2']);
      expect(keysOf(await store().find(collection, { terms: ['even'], after: 'k2', limit: 2 }))).toEqual(['k4', 'k6']);
      expect(keysOf(await store().find(collection, { terms: ['even'], upTo: 'k3' }))).toEqual(['k0', 'k2']);
    });

    it('narrows them by the beginning of the key', async () => {
      const collection = aName();
      await (await anOwner(store())).put(row(collection, 'a/1', '', ['x']), row(collection, 'b/1', '', ['x']), row(collection, 'b/2'));
      expect(keysOf(await store().find(collection, { prefix: 'b/', terms: ['x'] }))).toEqual(['b/1']);
    });

    it('tells a term from one that begins the same or differs by case', async () => {
      const collection = aName();
      await (await anOwner(store())).put(row(collection, 'a', '', ['area=de-lariks']), row(collection, 'b', '', ['area=De-Lariks']), row(collection, 'c', '', ['area=de']));
      expect(keysOf(await store().find(collection, { terms: ['area=de'] }))).toEqual(['c']);
    });

    it('keeps the terms of collections apart', async () => {
      const [one, other] = [aName(), aName()];
      await (await anOwner(store())).put(row(one, 'a', '', ['x']), row(other, 'b', '', ['x']));
      expect(keysOf(await store().find(one, { terms: ['x'] }))).toEqual(['a']);
    });

    it('takes 64 terms of a row and refuses more', async () => {
      const collection = aName();
      const terms = Array.from({ length: 64 }, (_, index) => `t${index}`);
      const owner = await anOwner(store());
      await owner.put(row(collection, 'a', '', terms));
      expect(keysOf(await store().find(collection, { terms }))).toEqual(['a']);
      expect(await refusal(owner.put(row(collection, 'b', '', [...terms, 'one more'])))).toBeInstanceOf(RangeError);
    });
  });
};
