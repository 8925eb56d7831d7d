import type { EventStore } from '@kring/event-store';
import type { Clock, Log } from '@kring/platform';
import type { ViewStore } from '@kring/view-store';
import type { RetryPolicy } from './back-off.ts';
import type { ViewProgress } from './definition.ts';
import type { ParkedEvent, ParkedPage } from './parking.ts';
import type { Redriven } from './redrive.ts';

export type ProjectionOptions = {
  readonly eventStore: EventStore;
  readonly viewStore: ViewStore;
  readonly clock: Clock;
  readonly log?: Log;
  /** Events that are taken in one step; default 500. */
  readonly batchSize?: number;
  readonly retry?: RetryPolicy;
  /** How often what is due by time alone is looked for, in milliseconds; default 1,000. */
  readonly tickMs?: number;
};

/** `fenced`: a later owner writes this projection now, and this one has stopped for good. */
export type ProjectionState = 'starting' | 'catching-up' | 'live' | 'retrying' | 'fenced' | 'stopped';

export type ProjectionHandle = ViewProgress & {
  readonly name: string;
  readonly state: ProjectionState;
  /** Milliseconds: how long the last event took from recorded to visible; while catching up, how far behind the clock the view is. */
  readonly lag: number;
  /** Partitions that wait behind a poisoned event. */
  readonly parked: readonly string[];
  parkedEvents(partition: string, limit?: number): Promise<readonly ParkedEvent[]>;
  /** The parked events of all partitions, page by page. */
  parkedPage(page: { readonly after?: string; readonly limit: number }): Promise<ParkedPage>;
  /** Takes the parked events of a partition again, in order, until one fails again. */
  redrive(partition: string): Promise<Redriven>;
  /** Looks at once for what is due by time, instead of at the next tick. */
  tick(): Promise<void>;
  whenCaughtUp(): Promise<void>;
  /** Settles when the projection has ended, by `stop` or because it was fenced. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};
