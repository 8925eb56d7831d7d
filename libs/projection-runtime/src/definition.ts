import type { Position, RecordedEvent } from '@kring/event-store';
import type { ViewRow, ViewStore } from '@kring/view-store';

/** What a projection may ask of its own view while it works out the next step. */
export type ViewReader = Pick<ViewStore, 'get' | 'find'>;

/** A view that may come to be read from elsewhere between two reads; reads that belong together are made of one that is pinned. */
export type PinnableView = ViewReader & { pinned(): Promise<ViewReader> };

export const pinned = (view: ViewReader): Promise<ViewReader> => ('pinned' in view ? (view as PinnableView).pinned() : Promise.resolve(view));

export type RowKey = { readonly collection: string; readonly key: string };

/** What a batch changes. `touched` names what readers may be waiting for, such as the households whose circle is new. */
export type ProjectionStep = { readonly puts: readonly ViewRow[]; readonly deletes: readonly RowKey[]; readonly touched: readonly string[] };

/** An event that a timed step found it cannot take, after it had been kept for later; or one that waits behind such an event. */
export type LeftOut = { readonly partition: string; readonly state: 'poisoned' | 'behind'; readonly stream: string; readonly position: Position; readonly type: string; readonly eventId: string };

/**
 * What of a timed step could not be done, by a name that says nothing personal; the rest of the step is good. Where it is the
 * fault of events, they are `leftOut`: the step takes their rows back, and they are parked as if they had come while live.
 */
export type Undone = { readonly name: string; readonly fault: unknown; readonly leftOut?: readonly LeftOut[] };

/** A step of what is due; `more` says that this was only the first part of it, and that what it names is not due any more. */
export type TimedStep = ProjectionStep & { readonly more: boolean; readonly undone?: readonly Undone[] };

/** `behind`: so many events are waiting that what can be worked out later is better left to `tick`. */
export type Pace = 'live' | 'behind';

export const noStep: ProjectionStep = { puts: [], deletes: [], touched: [] };

/**
 * A view over the feed. What `apply` answers becomes visible together with the checkpoint, or not at all.
 *
 * - `apply` sees each event once in effect, in the order of the log. When it throws, the events of the partition that made
 *   it throw are parked and the feed goes on; a failure of `read` is no fault of the event and is tried again.
 * - `partitionOf` names whose order must be kept (a household); by default the stream of the event.
 * - `tick` makes the changes that need no event, by time or because `apply` left them, and is called again while it says that
 *   there is more. Of what was left while behind, nothing counts as visible before `tick` has done it.
 * - `forget` drops whatever the definition remembers of the view: a step of it was not taken.
 */
export type ProjectionDefinition = {
  readonly name: string;
  apply(batch: readonly RecordedEvent[], read: ViewReader, pace: Pace): Promise<ProjectionStep>;
  partitionOf?(event: RecordedEvent): string;
  tick?(now: Date, read: ViewReader): Promise<TimedStep>;
  forget?(): void;
};

/**
 * A projection that can be made anew beside the one that serves. It has no effect but its rows: it may be run as often as is
 * wanted, over events of any age, and a step may be worked out while the one before it is still being written.
 */
export type RebuildableDefinition = ProjectionDefinition & {
  /** Every collection that it writes to; no one else does, and a row for another is refused. */
  readonly collections: readonly string[];
  /** Raised when other rows are made of the same events: what another version left half made is not gone on with. */
  readonly version: string;
  /** What of a row follows from the events alone, to compare two views by; without it, the whole row. */
  comparable?(collection: string, value: Uint8Array): Uint8Array;
};

export const partitionOf = (definition: ProjectionDefinition, event: RecordedEvent): string => definition.partitionOf?.(event) ?? event.stream;

/** Readers are told of a change after it is visible. `touched` is null where it is not known what changed. */
export type ViewChange = { readonly position: Position; readonly touched: readonly string[] | null };

/** How far a view is, for those who read it: in the process of the projection or in another. */
export type ViewProgress = {
  readonly position: Position;
  /** True once the view holds everything up to `position`; false when that took longer than `timeoutMs`. */
  waitFor(position: Position, timeoutMs: number): Promise<boolean>;
  /** Answers how to stop listening. */
  onChange(listener: (change: ViewChange) => void): () => void;
};
