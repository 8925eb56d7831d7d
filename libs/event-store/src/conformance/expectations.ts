import { describe, expect, it } from '@jest/globals';
import { WrongExpectedRevision, type ExpectedRevision } from '../index.ts';
import { allOf, anEvent, aStream, events, refusal, shared, type OpenEventStore } from './given.ts';

export const expectations = (open: OpenEventStore): void => {
  describe('expecting a revision', () => {
    const store = shared(open);

    const streamOf = async (count: number): Promise<string> => {
      const stream = aStream();
      await store().append(stream, events(count), 'no-stream');
      return stream;
    };

    const refused = async (stream: string, expected: ExpectedRevision): Promise<WrongExpectedRevision> => {
      const error = await refusal(store().append(stream, [anEvent()], expected));
      expect(error).toBeInstanceOf(WrongExpectedRevision);
      return error as WrongExpectedRevision;
    };

    it('refuses a new stream where one exists', async () => {
      await refused(await streamOf(1), 'no-stream');
    });

    it('refuses an existing stream where there is none', async () => {
      await refused(aStream(), 'stream-exists');
    });

    it('takes an existing stream where there is one', async () => {
      expect((await store().append(await streamOf(2), [anEvent()], 'stream-exists')).revision).toBe(2);
    });

    it('takes the revision of the last event', async () => {
      expect((await store().append(await streamOf(3), [anEvent()], 2)).revision).toBe(3);
    });

    it('refuses a revision that the stream has passed', async () => {
      await refused(await streamOf(3), 1);
    });

    it('refuses a revision that the stream has not reached', async () => {
      await refused(await streamOf(3), 3);
    });

    it('refuses a revision of a stream that is not there', async () => {
      await refused(aStream(), 0);
    });

    it('takes any stream, there or not', async () => {
      const stream = aStream();
      expect((await store().append(stream, [anEvent()], 'any')).revision).toBe(0);
      expect((await store().append(stream, [anEvent()], 'any')).revision).toBe(1);
    });

    it('says which stream stands where, and where it was expected', async () => {
      const stream = await streamOf(3);
      expect(await refused(stream, 7)).toMatchObject({ stream, expected: 7, actual: 2 });
    });

    it('says that there is no stream', async () => {
      expect(await refused(aStream(), 4)).toMatchObject({ expected: 4, actual: 'no-stream' });
    });

    it('stores nothing of a refused append', async () => {
      const stream = await streamOf(2);
      const before = await store().head();
      await refused(stream, 'no-stream');
      expect(await allOf(store().readStream(stream))).toHaveLength(2);
      expect(await store().head()).toBe(before);
    });

    it('lets exactly one of many writers win who expect the same', async () => {
      const stream = await streamOf(1);
      const results = await Promise.allSettled(events(20).map((event) => store().append(stream, [event], 0)));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await allOf(store().readStream(stream))).toHaveLength(2);
    });

    it('lets exactly one of many writers begin a stream', async () => {
      const stream = aStream();
      const results = await Promise.allSettled(events(20).map((event) => store().append(stream, [event], 'no-stream')));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('does not let a refused writer take others with it', async () => {
      const stream = await streamOf(1);
      const [wrong, right] = await Promise.allSettled([store().append(stream, [anEvent()], 9), store().append(aStream(), [anEvent()], 'no-stream')]);
      expect([wrong!.status, right!.status]).toEqual(['rejected', 'fulfilled']);
    });
  });
};
