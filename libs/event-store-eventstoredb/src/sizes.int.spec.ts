import { afterEach, describe, expect, it } from '@jest/globals';
import { AppendOutcomeUnknown, type NewEvent } from '@kring/event-store';
import { aStoreOnADouble, aStream, anEvent, events, failureOf, idsOf, readOf, until, type Given } from './testing/given.ts';

let given: Given;

afterEach(() => given.end());

const kibi = 1024;
const tenOfTen = (): NewEvent[] => events(10, { text: 'x'.repeat(10 * kibi) });

describe('an append larger than the server takes at a time', () => {
  it('is stored in several runs, in order, where nothing is expected of the stream', async () => {
    given = await aStoreOnADouble({ maxAppendBytes: 32 * kibi }, { maxAppendBytes: 32 * kibi });
    const stream = aStream();
    await given.store.append(stream, events(2), 'no-stream');
    const batch = tenOfTen();
    const answer = await given.store.append(stream, batch, 'any');
    const read = await readOf(given.store, stream);
    expect(idsOf(read.slice(2))).toEqual(idsOf(batch));
    expect(answer).toEqual({ revision: 11, position: read.at(-1)!.position });
    expect(await given.store.append(stream, batch, 'any')).toEqual(answer);
  });

  it.each(['no-stream', 'stream-exists', 0] as const)('is refused whole where something is expected of the stream: %s', async (expected) => {
    given = await aStoreOnADouble({ maxAppendBytes: 32 * kibi }, { maxAppendBytes: 32 * kibi });
    const stream = aStream();
    if (expected !== 'no-stream') await given.store.append(stream, [anEvent()], 'no-stream');
    expect(await failureOf(given.store.append(stream, tenOfTen(), expected))).toBeInstanceOf(RangeError);
    expect(await readOf(given.store, stream)).toHaveLength(expected === 'no-stream' ? 0 : 1);
  });

  it('is refused when a single event is larger', async () => {
    given = await aStoreOnADouble({ maxAppendBytes: 32 * kibi });
    const stream = aStream();
    expect(await failureOf(given.store.append(stream, [anEvent(), anEvent({ text: 'x'.repeat(40 * kibi) })], 'any'))).toBeInstanceOf(RangeError);
    expect(await readOf(given.store, stream)).toEqual([]);
  });

  it('learns from the server that it takes less than was thought', async () => {
    given = await aStoreOnADouble({}, { maxAppendBytes: 32 * kibi });
    const stream = aStream();
    const batch = tenOfTen();
    expect((await given.store.append(stream, batch, 'any')).revision).toBe(9);
    expect(idsOf(await readOf(given.store, stream))).toEqual(idsOf(batch));
    expect(await failureOf(given.store.append(aStream(), tenOfTen(), 'no-stream'))).toBeInstanceOf(RangeError);
  });

  it('keeps to the limit of 1 MiB as the server counts it', async () => {
    given = await aStoreOnADouble();
    for (const size of [900, 1_000, 1_048]) {
      const stream = aStream();
      const batch = events(1_100, { text: 'é'.repeat(size / 2 - 100) });
      expect((await given.store.append(stream, batch, 'any')).revision).toBe(1_099);
    }
  });

  it('is not mixed with other appends of this process', async () => {
    given = await aStoreOnADouble({ maxAppendBytes: 32 * kibi });
    const stream = aStream();
    const batch = tenOfTen();
    const large = given.store.append(stream, batch, 'any');
    await Promise.all([large, ...events(5).map((event) => given.store.append(stream, [event], 'any'))]);
    const read = idsOf(await readOf(given.store, stream));
    const from = read.indexOf(batch[0]!.id);
    expect(read.slice(from, from + 10)).toEqual(idsOf(batch));
  });
});

describe('a large append that is cut short', () => {
  const cutShort = async (): Promise<{ readonly stream: string; readonly batch: NewEvent[] }> => {
    given = await aStoreOnADouble({ maxAppendBytes: 32 * kibi, timeOuts: { appendMs: 600, attemptMs: 200 } });
    const stream = aStream();
    const batch = tenOfTen();
    const { log, failures } = given.double;
    const failure = failureOf(given.store.append(stream, batch, 'any'));
    await until(() => (log.read(stream)?.length ?? 0) > 0);
    failures.freeze();
    expect(await failure).toBeInstanceOf(AppendOutcomeUnknown);
    failures.thaw();
    return { stream, batch };
  };

  it('is made whole by its repetition', async () => {
    const { stream, batch } = await cutShort();
    expect((await given.store.append(stream, batch, 'any')).revision).toBe(9);
    expect(idsOf(await readOf(given.store, stream))).toEqual(idsOf(batch));
  });

  it('is made whole by another process, after the server has started anew', async () => {
    const { stream, batch } = await cutShort();
    await given.double.goDown();
    await given.double.comeUp();
    const store = await given.reopen();
    expect((await store.append(stream, batch, 'any')).revision).toBe(9);
    expect(idsOf(await readOf(store, stream))).toEqual(idsOf(batch));
  });

  it('is made whole also when another writer came in between', async () => {
    const { stream, batch } = await cutShort();
    const foreign = anEvent();
    given.double.log.append(stream, 'any', [{ ...foreign, json: true, data: Buffer.from('{}'), metadata: Buffer.from('{}') }]);
    await given.store.append(stream, batch, 'any');
    expect(idsOf(await readOf(given.store, stream)).filter((id) => id !== foreign.id)).toEqual(idsOf(batch));
  });
});
