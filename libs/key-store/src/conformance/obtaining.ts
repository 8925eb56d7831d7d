import { describe, expect, it } from '@jest/globals';
import { aSubject, hex, obtained, shared, type OpenKeyStore } from './given.ts';

export const obtaining = (open: OpenKeyStore): void => {
  describe('obtaining keys', () => {
    const store = shared(open);

    it('makes a key of 32 bytes for a new subject', async () => {
      const subject = aSubject();
      const key = (await store().obtain([subject])).get(subject)!;
      expect(key.subject).toBe(subject);
      expect(key.key.byteLength).toBe(32);
    });

    it('gives the same key from then on', async () => {
      const subject = aSubject();
      const first = await obtained(store(), subject);
      expect(await obtained(store(), subject)).toBe(first);
      expect(hex(await store().find([subject]), subject)).toBe(first);
    });

    it('gives every subject a key of its own', async () => {
      const subjects = Array.from({ length: 200 }, aSubject);
      const keys = await store().obtain(subjects);
      expect(new Set(subjects.map((subject) => hex(keys, subject))).size).toBe(200);
    });

    it('makes what is missing among what is there', async () => {
      const [old, fresh] = [aSubject(), aSubject()];
      const first = await obtained(store(), old);
      const keys = await store().obtain([fresh, old]);
      expect(hex(keys, old)).toBe(first);
      expect(keys.size).toBe(2);
    });

    it('takes a subject that is named twice as one', async () => {
      const subject = aSubject();
      expect((await store().obtain([subject, subject])).size).toBe(1);
    });

    it('answers nothing to nothing', async () => {
      expect((await store().obtain([])).size).toBe(0);
      expect((await store().find([])).size).toBe(0);
    });

    it('gives one key to all who ask for a new subject at the same time', async () => {
      const subject = aSubject();
      const keys = await Promise.all(Array.from({ length: 20 }, () => obtained(store(), subject)));
      expect(new Set(keys).size).toBe(1);
    });

    it('tells apart subjects that differ by case, accent or an ending', async () => {
      const subject = aSubject();
      const keys = await store().obtain([subject, subject.toUpperCase(), `${subject}é`, `${subject}e`, `${subject} `]);
      expect(new Set([...keys.values()].map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(5);
    });

    it('finds no key that nobody has made, and makes none by looking', async () => {
      const subject = aSubject();
      expect((await store().find([subject])).size).toBe(0);
      expect((await store().find([subject])).size).toBe(0);
    });

    it('finds those that are there and leaves out the others', async () => {
      const [there, absent] = [aSubject(), aSubject()];
      await store().obtain([there]);
      expect([...(await store().find([absent, there])).keys()]).toEqual([there]);
    });
  });

  describe('epochs', () => {
    const store = shared(open);

    it('are whole numbers of 32 bits, each higher than the one before', async () => {
      const epochs: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) epochs.push(await store().epoch());
      expect(epochs.every((epoch) => Number.isInteger(epoch) && epoch >= 0 && epoch < 2 ** 32)).toBe(true);
      expect(epochs.every((epoch, index) => index === 0 || epoch > epochs[index - 1]!)).toBe(true);
    });

    it('are different for all who ask at the same time', async () => {
      const epochs = await Promise.all(Array.from({ length: 20 }, () => store().epoch()));
      expect(new Set(epochs).size).toBe(20);
    });
  });
};
