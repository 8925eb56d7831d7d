import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { compactId } from './event-ids.ts';
import { KnownIds } from './known-ids.ts';
import type { PageEntry } from './log-file.ts';

const anId = (): string => compactId(randomUUID());

/** Streams as the log has them, and how often they were read. */
const aLogOf = (streams: ReadonlyMap<string, string>) => {
  const read: string[] = [];
  const pagesOf = (stream: string): PageEntry[] => {
    read.push(stream);
    const ids = streams.get(stream);
    return ids === undefined ? [] : [{ position: 1, revision: 0, ids }];
  };
  return { read, pagesOf };
};

describe('the ids that are known by heart', () => {
  it('holds what the log holds, and reads it once', () => {
    const [known, unknown] = [anId(), anId()];
    const { read, pagesOf } = aLogOf(new Map([['a', known]]));
    const ids = new KnownIds(pagesOf, 100);
    expect([ids.mayHoldAny('a', known), ids.mayHoldAny('a', unknown), ids.mayHoldAny('a', unknown + known)]).toEqual([true, false, true]);
    expect(read).toEqual(['a']);
  });

  it('need not read a stream that began just now', () => {
    const { read, pagesOf } = aLogOf(new Map());
    const ids = new KnownIds(pagesOf, 100);
    const first = anId();
    ids.add('a', first, true);
    expect([ids.mayHoldAny('a', first), ids.mayHoldAny('a', anId())]).toEqual([true, false]);
    expect(read).toEqual([]);
  });

  it('does not keep a stream that is too long, and then rules nothing out', () => {
    const { pagesOf } = aLogOf(new Map([['a', Array.from({ length: 20 }, anId).join('')]]));
    expect(new KnownIds(pagesOf, 20).mayHoldAny('a', anId())).toBe(true);
  });

  it('does not grow with a stream that grows without end', () => {
    const { pagesOf } = aLogOf(new Map([['a', Array.from({ length: 20 }, anId).join('')]]));
    const ids = new KnownIds(pagesOf, 20);
    for (let count = 0; count < 30; count += 1) ids.add('a', anId(), count === 0);
    expect(ids.mayHoldAny('a', anId())).toBe(true);
  });

  it('never calls an id new that is not, whatever was forgotten in between', () => {
    const step = fc.record({ stream: fc.constantFrom('a', 'b', 'c', 'd', 'e'), count: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const streams = new Map<string, string>();
        const ids = new KnownIds(aLogOf(streams).pagesOf, 24);
        for (const { stream, count } of steps) {
          const before = streams.get(stream);
          if (before) expect(ids.mayHoldAny(stream, before.slice(-32))).toBe(true);
          const fresh = Array.from({ length: count }, anId).join('');
          ids.mayHoldAny(stream, fresh);
          streams.set(stream, (before ?? '') + fresh);
          ids.add(stream, fresh, before === undefined);
        }
      }),
    );
  });

  it('knows a UUID of every version by its numbers', () => {
    const stamped = (last: string): string => compactId(`0192f3a1-7b2c-7def-8abc-0000000000${last}`);
    const ids = new KnownIds(() => [], 100);
    ids.add('a', stamped('01'), true);
    expect([ids.mayHoldAny('a', stamped('01')), ids.mayHoldAny('a', stamped('02'))]).toEqual([true, false]);
  });
});
