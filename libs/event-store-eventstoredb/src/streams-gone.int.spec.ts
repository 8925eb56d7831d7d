import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StreamTombstoned } from './index.ts';
import { aStoreOnADouble, aStream, anEvent, events, failureOf, readOf, type Given } from './testing/given.ts';

let given: Given;

beforeEach(async () => {
  given = await aStoreOnADouble();
});

afterEach(() => given.end());

describe('a stream that an operator has deleted', () => {
  it('reads as one that is not there', async () => {
    const stream = aStream();
    await given.store.append(stream, events(3), 'no-stream');
    given.double.log.softDelete(stream);
    expect(await readOf(given.store, stream)).toEqual([]);
  });

  it('goes on behind its old revisions when it is written to again', async () => {
    const stream = aStream();
    await given.store.append(stream, events(3), 'no-stream');
    given.double.log.softDelete(stream);
    expect((await given.store.append(stream, [anEvent()], 'no-stream')).revision).toBe(3);
    expect((await readOf(given.store, stream)).map(({ revision }) => revision)).toEqual([3]);
  });
});

describe('a stream that an operator has tombstoned', () => {
  it('tells so when it is read or written, whatever is expected', async () => {
    const stream = aStream();
    await given.store.append(stream, events(3), 'no-stream');
    given.double.log.tombstone(stream);
    expect(await failureOf(readOf(given.store, stream))).toBeInstanceOf(StreamTombstoned);
    for (const expected of ['any', 'no-stream', 2] as const) expect(await failureOf(given.store.append(stream, [anEvent()], expected))).toBeInstanceOf(StreamTombstoned);
  });
});

describe('what is the server’s own', () => {
  it('cannot be written: streams and types that begin with $, and the mark of the time', async () => {
    expect(await failureOf(given.store.append('$settings', [anEvent()], 'any'))).toBeInstanceOf(TypeError);
    expect(await failureOf(given.store.append(aStream(), [{ ...anEvent(), type: '$metadata' }], 'any'))).toBeInstanceOf(TypeError);
    expect(await failureOf(given.store.append(aStream(), [{ ...anEvent(), metadata: { $recordedAt: 'x' } }], 'any'))).toBeInstanceOf(TypeError);
  });
});
