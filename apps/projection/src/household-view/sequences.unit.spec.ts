import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedEvent } from '@kring/event-store';
import { ChangeSet, HouseholdView } from '@kring/projection-runtime';
import { HouseholdHistory } from '../testing/household-history.ts';
import { ViewInMemory, recorded } from '../testing/view-in-memory.ts';
import { Sequences, withNumber } from './sequences.ts';

const none = { partner: 'omring', highest: 0, missing: [] };

/** Events of one partner's system with these numbers, each about a household of its own. */
const numbered = (numbers: readonly number[], source = 'urn:omring'): readonly RecordedEvent[] => {
  const history = new HouseholdHistory();
  const told = numbers.map((number) => history.involved(`h-${number}`, 'omring', '2026-01-01T00:00:00Z'));
  return recorded(told, '2026-01-02T00:00:00.000Z').map((event, index) => ({ ...event, metadata: { ...event.metadata, source, sequence: numbers[index] ?? 0 } }));
};

describe('the numbering of a publisher', () => {
  const view = () => new ViewInMemory();
  const take = async (into: ViewInMemory, events: readonly RecordedEvent[], sequences = new Sequences()) => {
    const changes = new ChangeSet();
    await sequences.take(events, into, changes);
    into.take(changes.step());
    return changes.step();
  };
  const gapsIn = async (of: ViewInMemory) => (await new HouseholdView(of).gaps())['omring'] ?? 0;

  it.each([
    [[1, 2, 3], 0],
    [[3], 2],
    [[1, 5], 3],
    [[1, 5, 3], 2],
    [[5, 1, 2, 3, 4], 0],
    [[2, 2, 2], 1],
  ])('after %j misses %i', async (numbers, missing) => {
    const of = view();
    await take(of, numbered(numbers));
    expect(await gapsIn(of)).toBe(missing);
  });

  it('misses exactly the numbers below the highest that never came, in whatever order and over whatever restarts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }), fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), async (numbers, restarts) => {
        const of = view();
        let sequences = new Sequences();
        for (const [index, event] of numbered(numbers).entries()) {
          if (restarts[index]) sequences = new Sequences();
          await take(of, [event], sequences);
        }
        expect(await gapsIn(of)).toBe(Math.max(...numbers) - new Set(numbers).size);
      }),
      { numRuns: 100 },
    );
  });

  it('counts each system of a partner by itself', async () => {
    const of = view();
    await take(of, [...numbered([1, 3]), ...numbered([2], 'urn:omring:night')]);
    expect(await gapsIn(of)).toBe(2);
  });

  it('asks nothing of a publisher that does not number', async () => {
    const of = view();
    const step = await take(of, numbered([1]).map((event) => ({ ...event, metadata: { ...event.metadata, sequence: 'a' } })));
    expect(step.puts).toEqual([]);
  });

  it('remembers no more holes than it has room for', () => {
    const row = Array.from({ length: 3_000 }, (_, index) => 2 * (index + 1)).reduce(withNumber, none);
    expect(row.missing).toHaveLength(1_000);
    expect(row.highest).toBe(6_000);
  });
});
