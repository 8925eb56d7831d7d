import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyDestroyed } from '../index.ts';
import { aSubject, obtained, refusal, type OpenedKeyStore, type OpenKeyStore } from './given.ts';

export const lifetime = (open: OpenKeyStore): void => {
  let opened: OpenedKeyStore;

  beforeEach(async () => {
    opened = await open();
  });

  afterEach(() => opened.destroy());

  describe('opened again', () => {
    it('still has its keys', async () => {
      const subject = aSubject();
      const before = await obtained(opened.store, subject);
      expect(await obtained(await opened.reopen(), subject)).toBe(before);
    });

    it('still knows what was destroyed', async () => {
      const subject = aSubject();
      await opened.store.obtain([subject]);
      await opened.store.destroy(subject);
      const again = await opened.reopen();
      expect((await again.find([subject])).size).toBe(0);
      expect(await refusal(again.obtain([subject]))).toBeInstanceOf(KeyDestroyed);
    });

    it('gives epochs higher than all before', async () => {
      const before = [await opened.store.epoch(), await opened.store.epoch()];
      expect(await (await opened.reopen()).epoch()).toBeGreaterThan(Math.max(...before));
    });
  });

  describe('closed', () => {
    it('refuses everything', async () => {
      const { store } = opened;
      const subject = aSubject();
      await store.obtain([subject]);
      await store.close();
      for (const attempt of [store.obtain([subject]), store.find([subject]), store.destroy(subject), store.epoch()]) {
        expect(await refusal(attempt)).toBeInstanceOf(Error);
      }
    });

    it('may be closed twice', async () => {
      await opened.store.close();
      await expect(opened.store.close()).resolves.toBeUndefined();
    });
  });
};
