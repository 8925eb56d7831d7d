import { describe, expect, it } from '@jest/globals';
import { KeyDestroyed } from '../index.ts';
import { aSubject, hex, obtained, refusal, shared, type OpenKeyStore } from './given.ts';

export const destroying = (open: OpenKeyStore): void => {
  describe('destroying a key', () => {
    const store = shared(open);

    it('leaves no key to be found', async () => {
      const subject = aSubject();
      await store().obtain([subject]);
      await store().find([subject]);
      await store().destroy(subject);
      expect((await store().find([subject])).size).toBe(0);
    });

    it('never gives the subject another key, and says which subject it is', async () => {
      const subject = aSubject();
      await store().obtain([subject]);
      await store().destroy(subject);
      const error = await refusal(store().obtain([subject]));
      expect(error).toBeInstanceOf(KeyDestroyed);
      expect(error).toMatchObject({ subject });
    });

    it('does not name the subject in the message, which may be logged', async () => {
      const subject = aSubject();
      await store().destroy(subject);
      expect(String(await refusal(store().obtain([subject])))).not.toContain(subject);
    });

    it('makes no other key when one of several subjects was destroyed', async () => {
      const [gone, other] = [aSubject(), aSubject()];
      await store().destroy(gone);
      expect(await refusal(store().obtain([other, gone]))).toBeInstanceOf(KeyDestroyed);
      expect((await store().find([other])).size).toBe(0);
    });

    it('may be done twice', async () => {
      const subject = aSubject();
      await store().obtain([subject]);
      await store().destroy(subject);
      await store().destroy(subject);
      expect(await refusal(store().obtain([subject]))).toBeInstanceOf(KeyDestroyed);
    });

    it('holds for a subject that never had a key', async () => {
      const subject = aSubject();
      await store().destroy(subject);
      expect(await refusal(store().obtain([subject]))).toBeInstanceOf(KeyDestroyed);
    });

    it('leaves the keys of others as they are', async () => {
      const [gone, kept] = [aSubject(), aSubject()];
      const before = await obtained(store(), kept);
      await store().obtain([gone]);
      await store().destroy(gone);
      expect(hex(await store().find([kept]), kept)).toBe(before);
    });

    it('wins or loses against an obtain at the same time, but never half', async () => {
      const subject = aSubject();
      await Promise.allSettled([store().obtain([subject]), store().destroy(subject), store().obtain([subject])]);
      expect((await store().find([subject])).size).toBe(0);
      expect(await refusal(store().obtain([subject]))).toBeInstanceOf(KeyDestroyed);
    });
  });
};
