import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HouseholdEvent } from '../event.ts';
import { told } from '../testing/events.ts';
import { registered } from '../testing/story.ts';
import { HouseholdGraph } from './household-graph.ts';

const merged = (at: string, householdId: string, ...from: string[]): HouseholdEvent => told('hub', at, 'nl.kring.households.merged.v1', { from }, { householdId, uuid: `${at}/${householdId}/${from.join()}` });
const split = (at: string, householdId: string, ...into: string[]): HouseholdEvent =>
  told('gemeente-assen', at, 'nl.kring.households.split.v1', { into: into.map((id) => ({ householdId: id, members: [] })) }, { householdId, uuid: `${at}/${householdId}/split/${into.join()}` });
const registration = (householdId: string): HouseholdEvent => registered('2026-01-01', { envelope: { householdId, uuid: `registered/${householdId}` } });

const ids = ['h-1', 'h-2', 'h-3', 'h-4', 'h-5', 'h-6'] as const;
const answers = (graph: HouseholdGraph): unknown => ids.map((id) => [graph.canonicalOf(id), graph.aliasesOf(id)]);

describe('which ids are one household', () => {
  it('is every id for itself as long as nothing is told', () => {
    const graph = HouseholdGraph.of([]);
    expect([graph.canonicalOf('h-1'), graph.aliasesOf('h-1')]).toEqual(['h-1', ['h-1']]);
  });

  it('joins ids over any number of merges, and the lowest stands for all', () => {
    const graph = HouseholdGraph.of([merged('2026-01-01', 'h-3', 'h-4'), merged('2026-01-02', 'h-2', 'h-3')]);
    expect(ids.map((id) => graph.canonicalOf(id))).toEqual(['h-1', 'h-2', 'h-2', 'h-2', 'h-5', 'h-6']);
    expect(graph.aliasesOf('h-4')).toEqual(['h-2', 'h-3', 'h-4']);
  });

  it('lets a registered household stand for one that is provisional, and the lowest of several registered', () => {
    const merges = [merged('2026-01-02', 'h-1', 'h-2', 'h-3')];
    expect(HouseholdGraph.of([...merges, registration('h-3')]).canonicalOf('h-1')).toBe('h-3');
    expect(HouseholdGraph.of([registration('h-3'), ...merges, registration('h-2')]).canonicalOf('h-1')).toBe('h-2');
  });

  it('parts what was merged before a split, and joins again what is merged after', () => {
    const graph = HouseholdGraph.of([merged('2026-01-01', 'h-1', 'h-2', 'h-3'), split('2026-02-01', 'h-1', 'h-1', 'h-2')]);
    expect([graph.aliasesOf('h-1'), graph.aliasesOf('h-2'), graph.canonicalOf('h-3')]).toEqual([['h-1', 'h-3'], ['h-2'], 'h-1']);
    graph.add(merged('2026-03-01', 'h-3', 'h-2'));
    expect(graph.aliasesOf('h-1')).toEqual(['h-1', 'h-2', 'h-3']);
  });

  it('goes by when a merge happened, not by when it was told: a split stands over an earlier merge told late', () => {
    const graph = HouseholdGraph.of([split('2026-02-01', 'h-1', 'h-2'), merged('2026-01-01', 'h-2', 'h-1')]);
    expect(graph.aliasesOf('h-1')).toEqual(['h-1']);
  });

  it('passes over every other event', () => {
    const graph = HouseholdGraph.of([told('omring', '2026-01-01', 'nl.kring.supporters.removed.v1', { supporterId: 's-1' })]);
    expect(graph.aliasesOf('h-1')).toEqual(['h-1']);
  });

  const id = fc.constantFrom(...ids);
  const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`);
  const merges = fc.array(fc.tuple(date, id, id, id), { maxLength: 8 }).map((all) => all.map(([at, household, ...from]) => merged(at, household, ...from)));
  const registrations = fc.subarray([...ids]).map((some) => some.map(registration));
  const splits = fc.array(fc.tuple(date, id, id), { maxLength: 3 }).map((all) => all.map(([at, household, into]) => split(at, household, into)));
  const story = fc.tuple(merges, registrations, splits).map((parts) => parts.flat());

  it('depends neither on the order in which things are told, nor on how often', () =>
    fc.assert(
      fc.property(story.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length }))), ([events, shuffled]) =>
        expect(answers(HouseholdGraph.of(shuffled))).toEqual(answers(HouseholdGraph.of(events))),
      ),
    ));

  it('associates and commutes: whichever way merges point, the same ids are one', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 8 }), (pairs) => {
        const one = HouseholdGraph.of(pairs.map(([into, from]) => merged('2026-01-01', into, from)));
        const other = HouseholdGraph.of(pairs.map(([from, into]) => merged('2026-01-02', into, from)).reverse());
        expect(answers(other)).toEqual(answers(one));
      }),
    ));

  it('gives all ids of a household the same answer, one of themselves', () =>
    fc.assert(
      fc.property(story, (events) => {
        const graph = HouseholdGraph.of(events);
        for (const asked of ids) {
          expect(graph.aliasesOf(asked)).toContain(asked);
          expect(graph.aliasesOf(asked)).toContain(graph.canonicalOf(asked));
          for (const alias of graph.aliasesOf(asked)) expect([graph.canonicalOf(alias), graph.aliasesOf(alias)]).toEqual([graph.canonicalOf(asked), graph.aliasesOf(asked)]);
        }
      }),
    ));
});
