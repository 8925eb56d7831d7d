import type { EventStore, FeedBatch, RecordedEvent } from '@kring/event-store';

/** A follower in the background. */
export class Follower {
  readonly batches: FeedBatch[] = [];
  readonly #stop = new AbortController();
  readonly ended: Promise<void>;

  constructor(store: EventStore, after = '', batchSize?: number) {
    this.ended = this.#run(store, after, batchSize);
    this.ended.catch(() => undefined);
  }

  get events(): RecordedEvent[] {
    return this.batches.flatMap((batch) => batch.events);
  }

  get caughtUp(): number {
    return this.batches.filter((batch) => batch.caughtUp).length;
  }

  get position(): string {
    return this.batches.at(-1)?.position ?? '';
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.ended;
  }

  async #run(store: EventStore, after: string, batchSize?: number): Promise<void> {
    for await (const batch of store.subscribe({ after, signal: this.#stop.signal, batchSize })) this.batches.push(batch);
  }
}
