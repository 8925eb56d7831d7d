import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable, WrongExpectedRevision } from '../index.ts';
import { allOf, anEvent, aStream, caughtUp, events, eventsOf, follow, ids, refusal, type OpenedEventStore, type OpenEventStore } from './given.ts';

export const lifetime = (open: OpenEventStore): void => {
  let opened: OpenedEventStore;
  let stream: string;

  const setUp = (): void => {
    beforeEach(async () => {
      stream = aStream();
      opened = await open();
    });
    afterEach(() => opened.destroy());
  };

  describe('opened again', () => {
    setUp();

    it('still holds its events', async () => {
      const batch = events(300);
      await opened.store.append(stream, batch, 'any');
      const before = await allOf(opened.store.readStream(stream));
      const again = await opened.reopen();
      expect(await allOf(again.readStream(stream))).toEqual(before);
    });

    it('goes on with later positions and times', async () => {
      await opened.store.append(stream, events(2), 'any');
      const again = await opened.reopen();
      await again.append(stream, events(2), 1);
      const read = await allOf(again.readStream(stream));
      expect(read.map(({ position }) => position)).toEqual(read.map(({ position }) => position).sort());
      expect(read.map(({ recordedAt }) => recordedAt)).toEqual(read.map(({ recordedAt }) => recordedAt).sort());
    });

    it('still knows the revision of a stream', async () => {
      await opened.store.append(stream, events(2), 'any');
      const again = await opened.reopen();
      expect(await refusal(again.append(stream, [anEvent()], 'no-stream'))).toBeInstanceOf(WrongExpectedRevision);
      expect((await again.append(stream, [anEvent()], 1)).revision).toBe(2);
    });

    it('still recognises what it has', async () => {
      const event = anEvent();
      const first = await opened.store.append(stream, [event], 'any');
      await opened.store.append(stream, events(3), 'any');
      expect(await (await opened.reopen()).append(stream, [event], 'any')).toEqual(first);
    });

    it('is followed on from where a follower stood', async () => {
      await opened.store.append(stream, events(5), 'any');
      const position = await opened.store.head();
      const later = events(5);
      await opened.store.append(stream, later, 'any');
      const again = await opened.reopen();
      expect(ids(eventsOf(await follow(again, position, caughtUp)))).toEqual(ids(later));
    });
  });

  describe('closed', () => {
    setUp();

    it('refuses to append', async () => {
      await opened.store.close();
      expect(await refusal(opened.store.append(stream, [anEvent()], 'any'))).toBeInstanceOf(EventStoreUnavailable);
    });

    it('refuses to read', async () => {
      await opened.store.close();
      expect(await refusal(allOf(opened.store.readStream(stream)))).toBeInstanceOf(EventStoreUnavailable);
      expect(await refusal(allOf(opened.store.readAll({ after: '' })))).toBeInstanceOf(EventStoreUnavailable);
      expect(await refusal(opened.store.head())).toBeInstanceOf(EventStoreUnavailable);
    });

    it('refuses to be followed', async () => {
      await opened.store.close();
      expect(await refusal(follow(opened.store, '', caughtUp))).toBeInstanceOf(EventStoreUnavailable);
    });

    it('tells those who follow it, since the log did not end', async () => {
      const following = opened.store.subscribe({ after: await opened.store.head(), signal: new AbortController().signal })[Symbol.asyncIterator]();
      await following.next();
      const told = refusal(following.next());
      await opened.store.close();
      expect(await told).toBeInstanceOf(EventStoreUnavailable);
    });

    it('stores what was under way before it closes', async () => {
      const writing = Promise.all(events(20).map((event) => opened.store.append(stream, [event], 'any')));
      await opened.store.close();
      expect(await writing).toHaveLength(20);
      expect(await allOf((await opened.reopen()).readStream(stream))).toHaveLength(20);
    });

    it('may be closed twice', async () => {
      await opened.store.close();
      await expect(opened.store.close()).resolves.toBeUndefined();
    });
  });
};
