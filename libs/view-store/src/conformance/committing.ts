import { describe, expect, it } from '@jest/globals';
import { aName, anOwner, keysOf, positionAt, refusal, row, shared, textOf, type OpenViewStore } from './given.ts';

export const committing = (open: OpenViewStore): void => {
  describe('committing a step', () => {
    const store = shared(open);

    it('makes rows and checkpoint visible together', async () => {
      const collection = aName();
      const owner = await anOwner(store());
      await owner.commit({ position: positionAt(5), puts: [row(collection, 'a'), row(collection, 'b')] });
      expect((await store().get(collection, ['a', 'b'])).map(textOf)).toEqual(['a', 'b']);
      expect(await store().checkpoint(owner.projection)).toBe(positionAt(5));
    });

    it('moves the checkpoint without any row', async () => {
      const owner = await anOwner(store());
      await owner.commit({ position: positionAt(9) });
      expect(await store().checkpoint(owner.projection)).toBe(positionAt(9));
    });

    it('replaces a row', async () => {
      const collection = aName();
      const owner = await anOwner(store());
      await owner.put(row(collection, 'a', 'first'));
      await owner.put(row(collection, 'a', 'second'));
      expect((await store().get(collection, ['a'])).map(textOf)).toEqual(['second']);
      expect(await store().find(collection, {})).toHaveLength(1);
    });

    it('lets the last of several puts of one key count', async () => {
      const collection = aName();
      await (await anOwner(store())).put(row(collection, 'a', 'first', ['one']), row(collection, 'a', 'last', ['two']));
      expect((await store().get(collection, ['a'])).map(textOf)).toEqual(['last']);
      expect(await store().find(collection, { terms: ['one'] })).toEqual([]);
    });

    it('deletes a row with its terms', async () => {
      const collection = aName();
      const owner = await anOwner(store());
      await owner.put(row(collection, 'a', 'a', ['area=x']), row(collection, 'b', 'b', ['area=x']));
      await owner.commit({ deletes: [{ collection, key: 'a' }] });
      expect(await store().get(collection, ['a'])).toEqual([undefined]);
      expect(keysOf(await store().find(collection, { terms: ['area=x'] }))).toEqual(['b']);
    });

    it('deletes what is not there without an error', async () => {
      await (await anOwner(store())).commit({ deletes: [{ collection: aName(), key: 'a' }] });
    });

    it('applies deletes before puts', async () => {
      const collection = aName();
      const owner = await anOwner(store());
      await owner.put(row(collection, 'a', 'old', ['old']));
      await owner.commit({ puts: [row(collection, 'a', 'new', ['new'])], deletes: [{ collection, key: 'a' }] });
      expect((await store().get(collection, ['a'])).map(textOf)).toEqual(['new']);
      expect(await store().find(collection, { terms: ['old'] })).toEqual([]);
    });

    it('takes steps of many projections at a time', async () => {
      const collection = aName();
      const owners = await Promise.all(Array.from({ length: 12 }, () => anOwner(store())));
      await Promise.all(owners.map((owner, index) => owner.put(row(collection, `k${index}`))));
      expect(await store().find(collection, {})).toHaveLength(12);
    });

    it('does not let a refused step take others with it', async () => {
      const collection = aName();
      const [one, other] = [await anOwner(store()), await anOwner(store())];
      const refused = refusal(one.commit({ epoch: one.epoch + 5, puts: [row(collection, 'a')] }));
      await other.put(row(collection, 'b'));
      await refused;
      expect(keysOf(await store().find(collection, {}))).toEqual(['b']);
    });
  });

  describe('getting rows', () => {
    const store = shared(open);

    it('answers in the order of the keys, also for those that are not there or asked twice', async () => {
      const collection = aName();
      await (await anOwner(store())).put(row(collection, 'a'), row(collection, 'b'));
      expect((await store().get(collection, ['b', 'none', 'a', 'b'])).map(textOf)).toEqual(['b', undefined, 'a', 'b']);
    });

    it('answers nothing to nothing', async () => {
      expect(await store().get(aName(), [])).toEqual([]);
    });

    it('keeps collections apart', async () => {
      const [one, other] = [aName(), aName()];
      await (await anOwner(store())).put(row(one, 'a', 'one'), row(other, 'a', 'other'));
      expect((await store().get(other, ['a'])).map(textOf)).toEqual(['other']);
    });

    it.each([['none', 0], ['one', 1], ['a megabyte', 1_048_576]])('gives back bytes as they were: %s', async (_, size) => {
      const collection = aName();
      const value = Uint8Array.from({ length: size }, (_byte, index) => index % 256);
      await (await anOwner(store())).put({ collection, key: 'a', value });
      expect(Buffer.compare((await store().get(collection, ['a']))[0]!, value)).toBe(0);
    });

    it('gives back the bytes as they were when they were put, whatever the caller does to them', async () => {
      const collection = aName();
      const value = Buffer.from('before');
      const put = (await anOwner(store())).put({ collection, key: 'a', value });
      value.write('after!');
      await put;
      expect((await store().get(collection, ['a'])).map(textOf)).toEqual(['before']);
    });
  });
};
