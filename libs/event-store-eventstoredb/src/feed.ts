import { excludeSystemEvents, START, type AllStreamResolvedEvent, type AllStreamSubscription } from '@eventstore/db-client';
import type { Position, RecordedEvent } from '@kring/event-store';
import type { Line } from './connection.ts';
import { logPositionOf, positionOf } from './position.ts';
import { fromStored } from './stored-event.ts';

/** A checkpoint after so many pages of 32 events, those that were filtered out included. */
const checkpointInterval = 8;

/** Something that lies behind the first so many events of the subscription. */
type Mark = { readonly behind: number; readonly position?: Position };

export type Taken = { readonly events: readonly RecordedEvent[]; readonly position: Position; readonly caughtUp: boolean };

/**
 * One subscription to everything, until it breaks.
 *
 * The client tells checkpoints and "caught up" as it receives them, while events may still lie in its buffer: each is noted
 * with the number of events that come before it, and counts when those have been taken.
 */
export class Feed {
  readonly #subscription: AllStreamSubscription;
  readonly #events: (RecordedEvent | undefined)[] = [];
  readonly #most: number;
  readonly #over = new AbortController();
  #marks: Mark[] = [];
  #came = 0;
  #taken = 0;
  #position: Position;
  #failure: { readonly error: unknown } | undefined;
  #confirmed = false;
  #wake: (() => void) | undefined;

  constructor(line: Line, after: Position, private readonly batchSize: number) {
    this.#position = after;
    this.#most = 2 * batchSize;
    const filter = excludeSystemEvents({ checkpointInterval, checkpointReached: (_, position) => this.#mark({ position: positionOf(position) }) });
    this.#subscription = line.client.subscribeToAll({ fromPosition: logPositionOf(after) ?? START, filter });
    this.#subscription.on('confirmation', () => this.#confirm());
    this.#subscription.on('caughtUp', () => this.#mark({}));
    this.#subscription.on('data', (event: AllStreamResolvedEvent) => this.#add(event));
    this.#subscription.on('error', (error) => this.#fail(error));
    this.#subscription.on('end', () => this.#fail(new Error('the event store ended a subscription')));
    line.lost.addEventListener('abort', () => this.#fail(line.lost.reason), { once: true, signal: this.#over.signal });
    if (line.lost.aborted) this.#fail(line.lost.reason);
  }

  get confirmed(): boolean {
    return this.#confirmed;
  }

  /** What there is to hand over; `undefined` when there is nothing yet. @throws what broke the subscription, once everything that came before it is taken. */
  take(): Taken | undefined {
    const events = this.#events.splice(0, this.batchSize);
    this.#taken += events.length;
    const before = this.#position;
    const ours = events.filter((event) => event !== undefined);
    this.#position = ours.at(-1)?.position ?? before;
    const caughtUp = this.#passMarks();
    if (this.#events.length < this.batchSize) this.#subscription.resume();
    if (ours.length > 0 || caughtUp || this.#position > before) return { events: ours, position: this.#position, caughtUp };
    if (this.#events.length > 0) return this.take();
    if (this.#failure) throw this.#failure.error;
    return undefined;
  }

  /** Settles when there may be something to take, when it is confirmed or broken, and when the time is over. */
  next(signal: AbortSignal, ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || this.#failure || this.#events.length > 0) return resolve();
      const timer = ms === Infinity ? undefined : setTimeout(() => this.#wake?.(), ms);
      this.#wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#wake = undefined;
        resolve();
      };
      const wake = this.#wake;
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  /** Ends it. The client emits errors even afterwards, so the listener for them stays. */
  stop(): void {
    this.#over.abort();
    this.#subscription.removeAllListeners('data');
    this.#subscription.unsubscribe().catch(() => undefined);
    this.#subscription.resume();
  }

  #add(event: AllStreamResolvedEvent): void {
    this.#came += 1;
    try {
      this.#events.push(fromStored(event));
    } catch (error) {
      this.#fail(error);
    }
    if (this.#events.length >= this.#most) this.#subscription.pause();
    this.#wake?.();
  }

  #mark({ position }: { readonly position?: Position }): void {
    const mark = { behind: this.#came + this.#subscription.readableLength, position };
    this.#marks.push(mark);
    if (mark.behind <= this.#taken) this.#wake?.();
  }

  #passMarks(): boolean {
    const passed = this.#marks.filter(({ behind }) => behind <= this.#taken);
    this.#marks = this.#marks.slice(passed.length);
    for (const { position } of passed) if (position && position > this.#position) this.#position = position;
    return passed.some(({ position }) => position === undefined);
  }

  #confirm(): void {
    this.#confirmed = true;
    this.#wake?.();
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake?.();
  }
}
