import { describe, expect, it } from '@jest/globals';
import type { FeedBatch } from '../index.ts';
import { anEvent, aStream, caughtUp, events, eventsOf, follow, has, ids, shared, type OpenEventStore } from './given.ts';

export const following = (open: OpenEventStore): void => {
  describe('following the log', () => {
    const store = shared(open);

    it('hands over history and says that it has caught up', async () => {
      const after = await store().head();
      const all = events(30);
      await store().append(aStream(), all, 'any');
      const batches = await follow(store(), after, caughtUp, 10);
      expect(ids(eventsOf(batches))).toEqual(ids(all));
      expect(batches.map((batch) => batch.caughtUp)).toEqual([...batches.slice(1).map(() => false), true]);
    });

    it('says that it has caught up when there is nothing to catch up with', async () => {
      const after = await store().head();
      expect(await follow(store(), after, caughtUp)).toEqual([{ events: [], position: after, caughtUp: true }]);
    });

    it('says only once that it has caught up', async () => {
      const after = await store().head();
      await store().append(aStream(), events(3), 'any');
      const batches = await follow(store(), after, (came) => {
        if (caughtUp(came) && !has(6)(came)) void store().append(aStream(), [anEvent()], 'any');
        return has(6)(came);
      });
      expect(batches.filter((batch) => batch.caughtUp)).toHaveLength(1);
    });

    it('hands over what is stored afterwards', async () => {
      const event = anEvent();
      const batches = await follow(store(), await store().head(), (came) => {
        if (came.length === 1) void store().append(aStream(), [event], 'any');
        return has(1)(came);
      });
      expect(ids(eventsOf(batches))).toEqual([event.id]);
    });

    it('begins behind the position that is given, also in the middle of a batch that was stored at once', async () => {
      const after = await store().head();
      const all = events(80);
      await store().append(aStream(), all, 'any');
      const [first] = await follow(store(), after, has(1), 33);
      const rest = await follow(store(), first!.position, caughtUp);
      expect(ids([...first!.events, ...eventsOf(rest)])).toEqual(ids(all));
    });

    it('keeps to the size of batches that is asked for', async () => {
      const after = await store().head();
      await store().append(aStream(), events(45), 'any');
      const batches = await follow(store(), after, has(45), 7);
      expect(batches.every((batch) => batch.events.length <= 7)).toBe(true);
    });

    it('stands at the position of the last event it handed over', async () => {
      const after = await store().head();
      await store().append(aStream(), events(20), 'any');
      const batches = await follow(store(), after, has(20), 6);
      for (const batch of batches) expect(batch.position).toBe(batch.events.at(-1)!.position);
    });

    it('serves several followers, each with everything', async () => {
      const after = await store().head();
      const all = events(20);
      const followers = [1, 5, 100].map((size) => follow(store(), after, has(20), size));
      for (const event of all) await store().append(aStream(), [event], 'any');
      for (const batches of await Promise.all(followers)) expect(ids(eventsOf(batches))).toEqual(ids(all));
    });
  });

  describe('ending to follow', () => {
    const store = shared(open);

    it('ends without an error while it waits', async () => {
      const stop = new AbortController();
      const came: FeedBatch[] = [];
      for await (const batch of store().subscribe({ after: await store().head(), signal: stop.signal })) {
        came.push(batch);
        setImmediate(() => stop.abort());
      }
      expect(came).toHaveLength(1);
    });

    it('hands over nothing when it was ended before it began', async () => {
      const came: FeedBatch[] = [];
      for await (const batch of store().subscribe({ after: '', signal: AbortSignal.abort() })) came.push(batch);
      expect(came).toEqual([]);
    });

    it('ends in the middle of history', async () => {
      const after = await store().head();
      await store().append(aStream(), events(50), 'any');
      expect(await follow(store(), after, has(1), 10)).toHaveLength(1);
    });

    it('may be broken off', async () => {
      const after = await store().head();
      await store().append(aStream(), events(10), 'any');
      for await (const batch of store().subscribe({ after, signal: new AbortController().signal, batchSize: 2 })) if (batch.events.length > 0) break;
      expect((await follow(store(), after, caughtUp)).at(-1)!.caughtUp).toBe(true);
    });

    it('leaves other followers alone', async () => {
      const after = await store().head();
      const other = follow(store(), after, has(2));
      await follow(store(), after, caughtUp);
      await store().append(aStream(), events(2), 'any');
      expect(eventsOf(await other)).toHaveLength(2);
    });
  });
};
