import type { CircleEventType, OpenData } from '../event-data.ts';
import type { Happening } from './happening.ts';

/**
 * One part of the circle: how it begins, and what each event does to it. A part is folded in the order of the facts. The
 * state is changed in place, for a fold of thousands of events must take milliseconds; the rows in it never are.
 */
export type Part<State> = {
  /** `ids` are the household's own id and its aliases. */
  readonly empty: (ids: ReadonlySet<string>) => State;
  readonly on: { readonly [Type in CircleEventType]?: (state: State, happening: Happening<OpenData[Type]>) => void };
  /** For a part that looks at every event, whatever its type. */
  readonly onEvery?: (state: State, happening: Happening) => void;
};
