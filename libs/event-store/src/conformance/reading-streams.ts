import { describe, expect, it } from '@jest/globals';
import { allOf, anEvent, aStream, batchesOf, events, ids, shared, type OpenEventStore } from './given.ts';

export const readingStreams = (open: OpenEventStore): void => {
  describe('reading a stream', () => {
    const store = shared(open);

    it('yields nothing of a stream that is not there', async () => {
      expect(await batchesOf(store().readStream(aStream()))).toEqual([]);
    });

    it('yields events with their stream and revision', async () => {
      const stream = aStream();
      await store().append(stream, events(3), 'any');
      const read = await allOf(store().readStream(stream));
      expect(read.map((event) => [event.stream, event.revision])).toEqual([0, 1, 2].map((revision) => [stream, revision]));
    });

    it('begins at the revision that is asked for', async () => {
      const stream = aStream();
      const batch = events(10);
      await store().append(stream, batch, 'any');
      expect(ids(await allOf(store().readStream(stream, { from: 4 })))).toEqual(ids(batch.slice(4)));
    });

    it('begins anywhere in a stream of small and large appends', async () => {
      const stream = aStream();
      const all = events(230);
      for (const [from, until] of [[0, 1], [1, 3], [3, 203], [203, 204], [204, 230]]) await store().append(stream, all.slice(from, until), 'any');
      for (const from of [0, 1, 2, 3, 64, 66, 67, 128, 202, 203, 204, 229]) {
        expect(ids(await allOf(store().readStream(stream, { from })))).toEqual(ids(all.slice(from)));
      }
    });

    it('yields nothing from behind the end', async () => {
      const stream = aStream();
      await store().append(stream, events(3), 'any');
      expect(await batchesOf(store().readStream(stream, { from: 3 }))).toEqual([]);
      expect(await batchesOf(store().readStream(stream, { from: 300 }))).toEqual([]);
    });

    it('hands over batches of at most the size that is asked for, none empty', async () => {
      const stream = aStream();
      const all = events(25);
      await store().append(stream, all, 'any');
      const batches = await batchesOf(store().readStream(stream, { batchSize: 10 }));
      expect(batches.every(({ length }) => length > 0 && length <= 10)).toBe(true);
      expect(ids(batches.flat())).toEqual(ids(all));
    });

    it('yields its own events only, however they lie between those of others', async () => {
      const streams = [aStream(), aStream(), aStream()];
      const own = events(10);
      for (const event of own) {
        await store().append(streams[1]!, [event], 'any');
        await store().append(streams[0]!, [anEvent()], 'any');
        await store().append(streams[2]!, [anEvent()], 'any');
      }
      expect(ids(await allOf(store().readStream(streams[1]!)))).toEqual(ids(own));
    });

    it('tells a stream from one whose name begins the same', async () => {
      const stream = aStream();
      await store().append(`${stream}0`, events(2), 'any');
      await store().append(stream, events(1), 'any');
      expect(await allOf(store().readStream(stream))).toHaveLength(1);
    });

    it('tells apart names that differ by case or accent', async () => {
      const stream = aStream();
      const names = [`${stream}-e`, `${stream}-E`, `${stream}-é`];
      await Promise.all(names.map((name, index) => store().append(name, events(index + 1), 'no-stream')));
      for (const [index, name] of names.entries()) expect(await allOf(store().readStream(name))).toHaveLength(index + 1);
    });

    it('may be broken off', async () => {
      const stream = aStream();
      await store().append(stream, events(20), 'any');
      for await (const batch of store().readStream(stream, { batchSize: 5 })) if (batch[0]!.revision === 5) break;
      expect(await allOf(store().readStream(stream))).toHaveLength(20);
    });

    it('may be done by several readers at a time', async () => {
      const stream = aStream();
      const all = events(30);
      await store().append(stream, all, 'any');
      const readers = await Promise.all([1, 7, 30].map((batchSize) => allOf(store().readStream(stream, { batchSize }))));
      for (const read of readers) expect(ids(read)).toEqual(ids(all));
    });

    it('may be written to while it is read', async () => {
      const stream = aStream();
      await store().append(stream, events(12), 'any');
      let read = 0;
      for await (const batch of store().readStream(stream, { batchSize: 4 })) {
        read += batch.length;
        if (read <= 12) await store().append(stream, [anEvent()], 'any');
      }
      expect(read).toBeGreaterThanOrEqual(12);
    });
  });
};
