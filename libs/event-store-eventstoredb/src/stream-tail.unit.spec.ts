import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@kring/event-store';
import { rememberedEvents, StreamTail } from './stream-tail.ts';

const recorded = (revision: number): RecordedEvent => ({ id: `id-${revision}`, type: 't', data: {}, metadata: {}, stream: 's', revision, position: String(revision), recordedAt: '' });
const tailOf = (count: number, whole = true): StreamTail => new StreamTail(Array.from({ length: count }, (_, index) => recorded(count - 1 - index)), whole);

describe('the end of a stream', () => {
  it('tells new ids from known ones', () => {
    const tail = tailOf(5);
    expect(tail.find(['x', 'y'])).toEqual({ kind: 'new' });
    expect(tail.find(['id-1', 'id-2'])).toEqual({ kind: 'known', revision: 2 });
    expect(tail.find(['ID-1'])).toEqual({ kind: 'known', revision: 1 });
  });

  it('tells a batch that was begun from one that is mixed', () => {
    const tail = tailOf(5);
    expect(tail.find(['id-3', 'id-4', 'x'])).toEqual({ kind: 'begun', count: 2 });
    expect(tail.find(['x', 'id-3'])).toEqual({ kind: 'mixed' });
    expect(tail.find(['id-3', 'id-1'])).toEqual({ kind: 'mixed' });
    expect(tail.find(['id-1', 'x', 'id-3'])).toEqual({ kind: 'mixed' });
  });

  it('knows what this process stores, and stays trustworthy while it is alone', () => {
    const tail = tailOf(2);
    tail.begin();
    tail.begin();
    tail.stored(['b'], 3);
    expect(tail.end()).toBe(true);
    tail.stored(['a'], 2);
    expect(tail.end()).toBe(true);
    expect(tail.find(['a', 'b'])).toEqual({ kind: 'known', revision: 3 });
    expect(tail.last).toBe(3);
  });

  it('notices that another process has written', () => {
    const tail = tailOf(2);
    tail.begin();
    tail.stored(['a'], 5);
    expect(tail.end()).toBe(false);
  });

  it('reaches far enough back for the batch that is looked for', () => {
    expect(tailOf(3).reachesFor(10_000)).toBe(true);
    expect(tailOf(rememberedEvents + 10, false).reachesFor(10)).toBe(true);
    expect(tailOf(rememberedEvents + 10, false).reachesFor(11)).toBe(false);
  });

  it('does not grow without bound, and knows that it is not whole any more', () => {
    const tail = tailOf(0);
    expect(tail.last).toBe('no-stream');
    for (let turn = 0; turn < 5; turn += 1) {
      const ids = Array.from({ length: 1_000 }, (_, index) => `${turn}-${index}`);
      tail.begin();
      tail.stored(ids, turn * 1_000 + 999);
      expect(tail.end()).toBe(true);
    }
    expect(tail.find(['0-0'])).toEqual({ kind: 'new' });
    expect(tail.find(['4-999'])).toEqual({ kind: 'known', revision: 4_999 });
    expect(tail.reachesFor(10_000)).toBe(false);
  });
});
