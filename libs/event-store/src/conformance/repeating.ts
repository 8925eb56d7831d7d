import { describe, expect, it } from '@jest/globals';
import { WrongExpectedRevision, type ExpectedRevision } from '../index.ts';
import { allOf, anEvent, aStream, events, ids, refusal, shared, type OpenEventStore } from './given.ts';

export const repeating = (open: OpenEventStore): void => {
  describe('appending again', () => {
    const store = shared(open);
    const kinds: readonly [string, ExpectedRevision, number][] = [
      ['no stream', 'no-stream', 0],
      ['a revision', 1, 2],
      ['any stream', 'any', 2],
      ['an existing stream', 'stream-exists', 2],
    ];

    it.each(kinds)('answers as the first time, expecting %s', async (_, expected, before) => {
      const stream = aStream();
      await store().append(stream, events(before), 'any');
      const batch = events(3);
      const first = await store().append(stream, batch, expected);
      expect(await store().append(stream, batch, expected)).toEqual(first);
      expect(await allOf(store().readStream(stream))).toHaveLength(before + 3);
    });

    it.each(kinds)('answers as the first time although the stream has grown, expecting %s', async (_, expected, before) => {
      const stream = aStream();
      await store().append(stream, events(before), 'any');
      const event = anEvent();
      const first = await store().append(stream, [event], expected);
      await store().append(stream, events(3), 'any');
      expect(await store().append(stream, [event], expected)).toEqual(first);
    });

    it('stores one of two equal appends made at the same time', async () => {
      const stream = aStream();
      const event = anEvent();
      const [one, other] = await Promise.all([store().append(stream, [event], 'any'), store().append(stream, [event], 'any')]);
      expect(other).toEqual(one);
      expect(await allOf(store().readStream(stream))).toHaveLength(1);
    });

    it('keeps the content of the first time', async () => {
      const stream = aStream();
      const event = anEvent({ said: 'first' });
      await store().append(stream, [event], 'any');
      await store().append(stream, [{ ...event, data: { said: 'second' } }], 'any');
      expect((await allOf(store().readStream(stream))).map(({ data }) => data)).toEqual([{ said: 'first' }]);
    });

    it('recognises an id whatever the case of its letters', async () => {
      const stream = aStream();
      const event = anEvent();
      const first = await store().append(stream, [event], 'any');
      expect(await store().append(stream, [{ ...event, id: event.id.toUpperCase() }], 'any')).toEqual(first);
    });
  });

  describe('appending what is only partly known', () => {
    const store = shared(open);

    it.each<ExpectedRevision>(['any', 'no-stream', 'stream-exists'])('refuses a batch that goes on behind what is known, expecting %s', async (expected) => {
      const stream = aStream();
      const batch = events(3);
      await store().append(stream, batch.slice(0, 2), 'no-stream');
      expect(await refusal(store().append(stream, batch, expected))).toBeInstanceOf(WrongExpectedRevision);
      expect(await allOf(store().readStream(stream))).toHaveLength(2);
    });

    it('refuses a batch that begins before what is known', async () => {
      const stream = aStream();
      const known = anEvent();
      await store().append(stream, [known], 'no-stream');
      expect(await refusal(store().append(stream, [anEvent(), known], 'any'))).toBeInstanceOf(WrongExpectedRevision);
    });

    it('refuses known ids under an expectation that did not hold', async () => {
      const stream = aStream();
      const event = anEvent();
      await store().append(stream, [event, anEvent()], 'no-stream');
      expect(await refusal(store().append(stream, [event], 7))).toBeInstanceOf(WrongExpectedRevision);
    });

    it('stores the same id again in another stream', async () => {
      const [one, other] = [aStream(), aStream()];
      const event = anEvent();
      await store().append(one, [event], 'any');
      expect((await store().append(other, [event], 'any')).revision).toBe(0);
      expect(ids(await allOf(store().readStream(other)))).toEqual([event.id]);
    });

    it('stores an id twice that comes twice in one batch', async () => {
      const stream = aStream();
      const event = anEvent();
      expect((await store().append(stream, [event, event], 'no-stream')).revision).toBe(1);
      expect(ids(await allOf(store().readStream(stream)))).toEqual([event.id, event.id]);
    });
  });
};
