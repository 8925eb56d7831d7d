import { describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import type { EventStore } from '../index.ts';
import { allOf, anEvent, aStream, caughtUp, events, eventsOf, follow, has, ids, refusal, shared, type OpenEventStore } from './given.ts';

const writers = 6;
const rounds = 30;

/** Writers at full speed; answers how many events they store. */
const writeMany = (store: EventStore): { readonly count: number; readonly done: Promise<unknown> } => {
  const sizes = Array.from({ length: writers }, () => Array.from({ length: rounds }, () => randomInt(1, 5)));
  const done = sizes.map(async (batches) => {
    const stream = aStream();
    for (const size of batches) await store.append(stream, events(size), 'any');
  });
  return { count: sizes.flat().reduce((sum, size) => sum + size, 0), done: Promise.all(done) };
};

export const followingWhileWriting = (open: OpenEventStore): void => {
  describe('following while others write', () => {
    const store = shared(open);

    it('passes from history to live without a hole or a double', async () => {
      const after = await store().head();
      await store().append(aStream(), events(200), 'any');
      const { count, done } = writeMany(store());
      const batches = await follow(store(), after, has(200 + count), 16);
      await done;
      expect(ids(eventsOf(batches))).toEqual(ids(await allOf(store().readAll({ after }))));
      expect(batches.filter((batch) => batch.caughtUp)).toHaveLength(1);
    });

    it('hands over the same to followers who begin at different moments', async () => {
      const after = await store().head();
      const { count, done } = writeMany(store());
      const early = follow(store(), after, has(count), 3);
      await store().append(aStream(), [], 'any');
      const late = follow(store(), after, has(count), 50);
      await done;
      expect(ids(eventsOf(await late))).toEqual(ids(eventsOf(await early)));
    });

    it('lets the log grow while a follower takes its time, and hands over everything', async () => {
      const after = await store().head();
      const slow = store().subscribe({ after, signal: new AbortController().signal, batchSize: 10 })[Symbol.asyncIterator]();
      await slow.next();
      const { count, done } = writeMany(store());
      await done;
      let came = 0;
      while (came < count) came += (await slow.next()).value!.events.length;
      await slow.return?.();
      expect(came).toBe(count);
    });

    it('reaches the end of what there was although the log keeps growing', async () => {
      const after = await store().head();
      await store().append(aStream(), events(50), 'any');
      let stop = false;
      const writer = (async () => {
        while (!stop) await store().append(aStream(), events(5), 'any');
      })();
      const batches = await follow(store(), after, caughtUp, 5);
      stop = true;
      await writer;
      expect(batches.at(-1)!.caughtUp).toBe(true);
    });

    it('hears nothing of what was refused and nothing twice of what was repeated', async () => {
      const after = await store().head();
      const stream = aStream();
      const [first, last] = [anEvent(), anEvent()];
      await store().append(stream, [first], 'no-stream');
      await store().append(stream, [first], 'no-stream');
      await refusal(store().append(stream, [anEvent()], 5));
      await store().append(stream, [last], 0);
      expect(ids(eventsOf(await follow(store(), after, has(2))))).toEqual(ids([first, last]));
    });

    it('goes on where a follower stopped', async () => {
      let after = await store().head();
      const from = after;
      const { count, done } = writeMany(store());
      const seen: string[] = [];
      while (seen.length < count) {
        const batches = await follow(store(), after, has(1), 7);
        seen.push(...ids(eventsOf(batches)));
        after = batches.at(-1)!.position;
      }
      await done;
      expect(seen).toEqual(ids(await allOf(store().readAll({ after: from }))));
    });
  });
};
