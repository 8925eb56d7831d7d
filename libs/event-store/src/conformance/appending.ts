import { describe, expect, it } from '@jest/globals';
import { allOf, anEvent, aStream, events, ids, refusal, shared, type OpenEventStore } from './given.ts';

export const appending = (open: OpenEventStore): void => {
  describe('appending', () => {
    const store = shared(open);

    it('starts a stream at revision 0', async () => {
      expect((await store().append(aStream(), [anEvent()], 'no-stream')).revision).toBe(0);
    });

    it('numbers the events of a stream without a gap', async () => {
      const stream = aStream();
      for (let revision = 0; revision < 5; revision += 1) expect((await store().append(stream, [anEvent()], 'any')).revision).toBe(revision);
    });

    it('numbers each stream by itself', async () => {
      await store().append(aStream(), events(3), 'no-stream');
      expect((await store().append(aStream(), [anEvent()], 'no-stream')).revision).toBe(0);
    });

    it('answers where the last event of a batch stands', async () => {
      const stream = aStream();
      const answer = await store().append(stream, events(4), 'no-stream');
      const last = (await allOf(store().readStream(stream))).at(-1)!;
      expect(answer).toEqual({ revision: 3, position: last.position });
    });

    it('gives every event a position behind the one before, compared as text', async () => {
      const positions: string[] = [];
      for (let count = 0; count < 25; count += 1) positions.push((await store().append(aStream(), [anEvent()], 'any')).position);
      expect([...positions].sort()).toEqual(positions);
      expect(new Set(positions).size).toBe(25);
    });

    it('gives the events of a batch rising positions', async () => {
      const stream = aStream();
      await store().append(stream, events(12), 'any');
      const positions = (await allOf(store().readStream(stream))).map(({ position }) => position);
      expect([...positions].sort()).toEqual(positions);
      expect(new Set(positions).size).toBe(12);
    });

    it('keeps the order of a batch', async () => {
      const stream = aStream();
      const batch = events(20);
      await store().append(stream, batch, 'any');
      expect(ids(await allOf(store().readStream(stream)))).toEqual(ids(batch));
    });

    it('takes a thousand events at once', async () => {
      const stream = aStream();
      const batch = events(1_000);
      expect((await store().append(stream, batch, 'no-stream')).revision).toBe(999);
      expect(ids(await allOf(store().readStream(stream)))).toEqual(ids(batch));
    });
  });

  describe('appending at the edges', () => {
    const store = shared(open);

    it('takes an append of nothing and stores nothing', async () => {
      const stream = aStream();
      const before = await store().head();
      await store().append(stream, [], 'any');
      expect(await store().head()).toBe(before);
      expect(await allOf(store().readStream(stream))).toEqual([]);
    });

    it('takes an append of nothing to a stream that exists', async () => {
      const stream = aStream();
      await store().append(stream, events(2), 'no-stream');
      await store().append(stream, [], 1);
      expect(await allOf(store().readStream(stream))).toHaveLength(2);
    });

    it('stores all of a batch or nothing of it', async () => {
      const stream = aStream();
      const before = await store().head();
      await refusal(store().append(stream, [anEvent(), { ...anEvent(), id: 'not a uuid' }], 'any'));
      expect(await allOf(store().readStream(stream))).toEqual([]);
      expect(await store().head()).toBe(before);
    });

    it('refuses an id that is no UUID', async () => {
      expect(await refusal(store().append(aStream(), [{ ...anEvent(), id: '12' }], 'any'))).toBeInstanceOf(Error);
    });

    it('has stored an event when it answers: it can be read at once', async () => {
      const stream = aStream();
      const event = anEvent();
      const { position } = await store().append(stream, [event], 'any');
      expect(ids(await allOf(store().readStream(stream)))).toEqual([event.id]);
      expect(await store().head()).toBe(position);
    });

    it('takes many appends to one stream at a time and loses none', async () => {
      const stream = aStream();
      const answers = await Promise.all(events(64).map((event) => store().append(stream, [event], 'any')));
      expect(answers.map(({ revision }) => revision).sort((one, other) => one - other)).toEqual(Array.from({ length: 64 }, (_, index) => index));
      expect(await allOf(store().readStream(stream))).toHaveLength(64);
    });

    it('takes many appends to many streams at a time', async () => {
      const streams = Array.from({ length: 50 }, aStream);
      const answers = await Promise.all(streams.map((stream) => store().append(stream, events(2), 'no-stream')));
      expect(answers.every(({ revision }) => revision === 1)).toBe(true);
      expect(new Set(answers.map(({ position }) => position)).size).toBe(50);
    });

    it('keeps the appends of one caller in the order in which they were made', async () => {
      const stream = aStream();
      const batch = events(10);
      await Promise.all(batch.map((event) => store().append(stream, [event], 'any')));
      expect(ids(await allOf(store().readStream(stream)))).toEqual(ids(batch));
    });
  });
};
