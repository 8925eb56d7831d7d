import { describe, expect, it } from '@jest/globals';
import { beforeTheFirst, type NewEvent } from '../index.ts';
import { allOf, anEvent, aStream, batchesOf, events, ids, shared, type OpenEventStore } from './given.ts';

export const readingAll = (open: OpenEventStore): void => {
  describe('reading everything', () => {
    const store = shared(open);

    it('yields the events of all streams in the order in which they were stored', async () => {
      const after = await store().head();
      const streams = [aStream(), aStream(), aStream()];
      const all: NewEvent[] = [];
      for (let turn = 0; turn < 12; turn += 1) {
        const batch = events(1 + (turn % 3));
        await store().append(streams[turn % 3]!, batch, 'any');
        all.push(...batch);
      }
      expect(ids(await allOf(store().readAll({ after })))).toEqual(ids(all));
    });

    it('begins behind the position that is given, whichever it is', async () => {
      const after = await store().head();
      const all = events(150);
      for (const [from, until] of [[0, 1], [1, 100], [100, 102], [102, 150]]) await store().append(aStream(), all.slice(from, until), 'any');
      const positions = (await allOf(store().readAll({ after }))).map(({ position }) => position);
      for (const index of [0, 1, 50, 63, 64, 65, 98, 99, 100, 101, 102, 148]) {
        expect(ids(await allOf(store().readAll({ after: positions[index]! })))).toEqual(ids(all.slice(index + 1)));
      }
    });

    it('begins with the first event before the first', async () => {
      const event = anEvent();
      await store().append(aStream(), [event], 'any');
      const read = await allOf(store().readAll({ after: beforeTheFirst }));
      expect(read.at(-1)!.id).toBe(event.id);
    });

    it('yields nothing behind the head', async () => {
      await store().append(aStream(), [anEvent()], 'any');
      expect(await batchesOf(store().readAll({ after: await store().head() }))).toEqual([]);
    });

    it('hands over batches of at most the size that is asked for, none empty', async () => {
      const after = await store().head();
      await store().append(aStream(), events(95), 'any');
      const batches = await batchesOf(store().readAll({ after, batchSize: 10 }));
      expect(batches.every(({ length }) => length > 0 && length <= 10)).toBe(true);
      expect(batches.flat()).toHaveLength(95);
    });

    it('hands over batches of at most 500 when nothing is asked', async () => {
      const after = await store().head();
      await store().append(aStream(), events(700), 'any');
      await store().append(aStream(), events(700), 'any');
      const batches = await batchesOf(store().readAll({ after }));
      expect(batches.every(({ length }) => length <= 500)).toBe(true);
      expect(batches.flat()).toHaveLength(1_400);
    });

    it('yields each event as the stream does', async () => {
      const after = await store().head();
      const stream = aStream();
      await store().append(stream, events(5), 'any');
      expect(await allOf(store().readAll({ after }))).toEqual(await allOf(store().readStream(stream)));
    });

    it('knows the position of the last event as its head', async () => {
      const stream = aStream();
      await store().append(stream, events(5), 'any');
      expect(await store().head()).toBe((await allOf(store().readStream(stream))).at(-1)!.position);
    });
  });
};
