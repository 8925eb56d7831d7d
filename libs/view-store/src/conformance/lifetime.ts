import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectionFenced } from '../index.ts';
import { aName, anOwner, keysOf, positionAt, refusal, row, textOf, type OpenedViewStore, type OpenViewStore } from './given.ts';

export const lifetime = (open: OpenViewStore): void => {
  let opened: OpenedViewStore;
  const collection = aName();
  const projection = aName();

  const setUp = (): void => {
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.destroy());
  };

  describe('opened again', () => {
    setUp();

    it('still holds its rows, terms and checkpoints', async () => {
      await (await anOwner(opened.store, projection)).put(row(collection, 'a', 'text', ['x']));
      const again = await opened.reopen();
      expect((await again.get(collection, ['a'])).map(textOf)).toEqual(['text']);
      expect(keysOf(await again.find(collection, { terms: ['x'] }))).toEqual(['a']);
      expect(await again.checkpoint(projection)).toBe(positionAt(1));
    });

    it('still fences an owner from before', async () => {
      const former = await anOwner(opened.store, projection);
      const again = await opened.reopen();
      const { epoch } = await again.claim(projection);
      expect(epoch).toBeGreaterThan(former.epoch);
      const step = { projection, epoch: former.epoch, position: positionAt(1), puts: [], deletes: [] };
      expect(await refusal(again.commit(step))).toBeInstanceOf(ProjectionFenced);
    });
  });

  describe('closed', () => {
    setUp();

    it('refuses everything', async () => {
      const { store } = opened;
      const owner = await anOwner(store, projection);
      await store.close();
      for (const attempt of [store.claim(projection), owner.put(row(collection, 'a')), store.get(collection, ['a']), store.find(collection, {}), store.checkpoint(projection)]) {
        expect(await refusal(attempt)).toBeInstanceOf(Error);
      }
    });

    it('writes what was under way before it closes', async () => {
      const owner = await anOwner(opened.store, projection);
      const writing = owner.put(row(collection, 'a'));
      await opened.store.close();
      await writing;
      expect(keysOf(await (await opened.reopen()).find(collection, {}))).toEqual(['a']);
    });

    it('may be closed twice', async () => {
      await opened.store.close();
      await expect(opened.store.close()).resolves.toBeUndefined();
    });
  });
};
