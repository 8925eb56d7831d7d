import type { Position, RecordedEvent } from '@kring/event-store';
import type { ViewStore } from '@kring/view-store';
import type { Pace, ProjectionDefinition } from './definition.ts';

/** A definition with the right to write its rows, from where they stand. */
export type Tenure = {
  readonly definition: ProjectionDefinition;
  readonly viewStore: ViewStore;
  readonly epoch: number;
  readonly position: Position;
  /** See `WriterParts`. */
  readonly overlap: boolean;
};

/** What the live view did in one step, for whoever does the same beside it. */
export type Step = { readonly from: Position; readonly events: readonly RecordedEvent[]; readonly to: Position; readonly pace: Pace };

/** Does in each turn what the live view did in it. Its failures are its own: they never reach the live view. */
export type Companion = { follow(step: Step): Promise<void>; tick(now: Date): Promise<void> };
