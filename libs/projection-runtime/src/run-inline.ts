import type { RecordedEvent } from '@kring/event-store';
import type { ViewRow } from '@kring/view-store';
import type { Pace, ProjectionDefinition, Undone, ViewReader } from './definition.ts';
import { RowsInMemory } from './rows-in-memory.ts';

/** A projection over a view in memory that does what it is told, at once and nothing else: no feed, no store, no clock. */
export type InlineProjection = {
  readonly view: ViewReader;
  /** Takes a batch in one step. What the definition throws is thrown, and nothing of the batch is taken. */
  apply(batch: readonly RecordedEvent[], pace?: Pace): Promise<void>;
  /** Does all that is due at an instant; answers what of it could not be done. */
  tick(now: Date): Promise<readonly Undone[]>;
  /** The view as it is, by collection and key. */
  rows(): readonly ViewRow[];
};

/** Runs the very definition that the hub runs, for a tool or a spec: the same events give the same rows. */
export const runInline = (definition: ProjectionDefinition): InlineProjection => {
  const view = new RowsInMemory();
  return {
    view,
    apply: async (batch, pace = 'live') => view.take(await definition.apply(batch, view, pace)),
    tick: async (now) => {
      const undone: Undone[] = [];
      for (let more = definition.tick !== undefined; more; ) {
        const step = await definition.tick!(now, view);
        view.take(step);
        undone.push(...(step.undone ?? []));
        more = step.more;
      }
      return undone;
    },
    rows: () => view.rows(),
  };
};
