import { describe, expect, it } from '@jest/globals';
import type { JsonObject, RecordedEvent } from '../index.ts';
import { allOf, anEvent, aStream, events, shared, type OpenEventStore } from './given.ts';

/** Close to the largest that a server with its usual limit of 1 MiB an append takes. */
const nearlyMebi = 1_000_000;

const contents: readonly [string, JsonObject][] = [
  ['nothing at all', {}],
  ['emoji and letters of many scripts', { text: '👩‍👩‍👧 Łódź Ĳmuiden 漢字 ﷽ 🏴󠁧󠁢󠁥󠁮󠁧󠁿' }],
  ['half of a surrogate pair', { text: 'a\ud800b', '\udc00': 1 }],
  ['NUL and other control characters', { text: '\u0000\u0001\u001f\u007f\u2028\u2029\r\n\t' }],
  ['a composed and a decomposed letter, each as it is', { composed: 'é', decomposed: 'e\u0301' }],
  ['lists and objects in each other', { deep: [[{ list: [null, true, false, [], {}] }]] }],
  ['large, small and broken numbers', { numbers: [0, 9007199254740991, -1.5, 1e300, 5e-324] }],
  ['names that mean something to JavaScript', JSON.parse('{"__proto__": {"a": 1}, "constructor": "x", "toString": null}') as JsonObject],
  ['text that looks like lines and quotes', { text: 'a\\nb\n"c"\\\\' }],
];

export const content = (open: OpenEventStore): void => {
  describe('what an event holds', () => {
    const store = shared(open);

    const stored = async (data: JsonObject, metadata: JsonObject = {}): Promise<RecordedEvent> => {
      const stream = aStream();
      await store().append(stream, [anEvent(data, metadata)], 'any');
      return (await allOf(store().readStream(stream)))[0]!;
    };

    it.each(contents)('comes back as it was: %s', async (_, given) => {
      const event = await stored(given, given);
      expect(JSON.stringify(event.data)).toBe(JSON.stringify(given));
      expect(JSON.stringify(event.metadata)).toBe(JSON.stringify(given));
    });

    it('may be as large as a megabyte', async () => {
      const event = await stored({ text: 'x'.repeat(nearlyMebi) });
      expect((event.data['text'] as string).length).toBe(nearlyMebi);
    });

    it('may be large time after time, and is read in time', async () => {
      const stream = aStream();
      for (let count = 0; count < 5; count += 1) await store().append(stream, [anEvent({ text: 'é'.repeat(300_000) })], 'any');
      expect((await allOf(store().readStream(stream))).map(({ data }) => (data['text'] as string).length)).toEqual(Array(5).fill(300_000));
    });

    it('keeps the id and the type', async () => {
      const stream = aStream();
      const event = { ...anEvent(), type: 'nl.kring.own-strength.explored.v1' };
      await store().append(stream, [event], 'any');
      expect((await allOf(store().readStream(stream)))[0]).toMatchObject({ id: event.id, type: event.type });
    });

    it('survives being spread and written as JSON', async () => {
      const event = await stored({ visitId: 'v-9' }, { partner: 'mee' });
      expect({ ...event }).toMatchObject({ data: { visitId: 'v-9' }, metadata: { partner: 'mee' } });
      expect(JSON.parse(JSON.stringify(event))).toMatchObject({ data: { visitId: 'v-9' }, metadata: { partner: 'mee' }, stream: event.stream, revision: 0 });
    });

    it('says when it was taken, in UTC with milliseconds', async () => {
      expect((await stored({})).recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });

    it('was never taken before the event in front of it', async () => {
      const after = await store().head();
      await Promise.all(events(40).map((event) => store().append(aStream(), [event], 'any')));
      const times = (await allOf(store().readAll({ after }))).map(({ recordedAt }) => recordedAt);
      expect([...times].sort()).toEqual(times);
    });
  });
};
