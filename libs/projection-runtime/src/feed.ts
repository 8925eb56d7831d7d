import type { EventStore, FeedBatch, Position } from '@kring/event-store';
import { defaultRetry, delayBefore, pause, type RetryPolicy } from './back-off.ts';
import type { Pace } from './definition.ts';

export type FeedParts = {
  readonly eventStore: EventStore;
  readonly batchSize: number;
  readonly retry?: RetryPolicy;
  /** From where on; asked before each subscription. */
  readonly start: () => Promise<Position>;
  /** `isStale` turns true when the feed was restarted: a batch that had to wait until then is not to be taken. */
  readonly take: (batch: FeedBatch, pace: Pace, isStale: () => boolean) => Promise<void>;
  /** How far it is: a subscription that failed further on than the one before it was not the same failure again. */
  readonly taken: () => Position;
  /** Answers whether to go on. */
  readonly failed: (error: unknown, failures: number) => boolean;
};

/** Follows the log until it is told to stop, and subscribes again where it broke off. */
export class Feed {
  #subscription = new AbortController();

  constructor(private readonly parts: FeedParts) {}

  async follow(signal: AbortSignal): Promise<void> {
    const { taken, failed, retry = defaultRetry } = this.parts;
    for (let failures = 0; !signal.aborted; ) {
      const before = taken();
      try {
        await this.#subscribe(signal);
      } catch (error) {
        failures = taken() > before ? 1 : failures + 1;
        if (!failed(error, failures)) return;
        await pause(delayBefore(failures - 1, retry), signal);
      }
    }
  }

  /** Subscribes again from where it is to start now; nothing of the former subscription is taken any more. */
  restart(): void {
    this.#subscription.abort();
  }

  async #subscribe(stop: AbortSignal): Promise<void> {
    const subscription = (this.#subscription = new AbortController());
    const { eventStore, batchSize, start, take } = this.parts;
    const after = await start();
    const signal = AbortSignal.any([stop, subscription.signal]);
    let caughtUp = false;
    for await (const batch of eventStore.subscribe({ after, signal, batchSize })) {
      const pace = caughtUp ? await this.#paceOf(batch) : batch.caughtUp ? 'live' : 'behind';
      await take(batch, pace, () => subscription.signal.aborted);
      caughtUp ||= batch.caughtUp;
    }
  }

  /** Only a full batch may have more behind it, once the feed has caught up. */
  async #paceOf({ events, position }: FeedBatch): Promise<Pace> {
    const { eventStore, batchSize } = this.parts;
    return events.length >= batchSize && position < (await eventStore.head()) ? 'behind' : 'live';
  }
}
