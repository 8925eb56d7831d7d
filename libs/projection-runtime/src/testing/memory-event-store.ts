import { EventStoreUnavailable, type Appended, type EventStore, type FeedBatch, type NewEvent, type Position, type RecordedEvent } from '@kring/event-store';

const positionOf = (index: number): Position => String(index + 1).padStart(16, '0');

/** A log in memory for specs: it can go away, come back, and hand events over twice. */
export class MemoryEventStore implements EventStore {
  readonly log: RecordedEvent[] = [];
  /** Calls of `subscribe` and `readStream` fail while this is true; running subscriptions fail too. */
  away = false;
  subscriptions = 0;
  #changed = Promise.withResolvers<void>();

  constructor(private readonly now: () => Date = () => new Date()) {}

  async append(stream: string, events: readonly NewEvent[]): Promise<Appended> {
    for (const event of events) {
      const revision = this.log.filter((one) => one.stream === stream).length;
      this.log.push({ ...event, stream, revision, position: positionOf(this.log.length), recordedAt: this.now().toISOString() });
    }
    this.#wake();
    return { revision: this.log.filter((one) => one.stream === stream).length - 1, position: await this.head() };
  }

  async *readStream(stream: string, { from = 0, batchSize = 500 } = {}): AsyncIterable<readonly RecordedEvent[]> {
    this.#mustBeThere();
    const events = this.log.filter((one) => one.stream === stream && one.revision >= from);
    for (let at = 0; at < events.length; at += batchSize) yield events.slice(at, at + batchSize);
  }

  async *readAll({ after, batchSize = 500 }: { readonly after: Position; readonly batchSize?: number }): AsyncIterable<readonly RecordedEvent[]> {
    const events = this.log.filter((one) => one.position > after);
    for (let at = 0; at < events.length; at += batchSize) yield events.slice(at, at + batchSize);
  }

  async *subscribe({ after, signal, batchSize = 500 }: { readonly after: Position; readonly signal: AbortSignal; readonly batchSize?: number }): AsyncIterable<FeedBatch> {
    this.subscriptions += 1;
    signal.addEventListener('abort', () => this.#wake());
    let position = after;
    let caughtUp = false;
    while (!signal.aborted) {
      this.#mustBeThere();
      const events = this.log.filter((one) => one.position > position).slice(0, batchSize);
      position = events.at(-1)?.position ?? position;
      const first: boolean = !caughtUp && position >= (this.log.at(-1)?.position ?? '');
      caughtUp ||= first;
      if (events.length > 0 || first) yield { events, position, caughtUp: first };
      else await this.#changed.promise;
    }
  }

  /** The connection of every subscription breaks. */
  break(): void {
    this.away = true;
    this.#wake();
  }

  async head(): Promise<Position> {
    return this.log.at(-1)?.position ?? '';
  }

  async close(): Promise<void> {
    this.#wake();
  }

  #mustBeThere(): void {
    if (this.away) throw new EventStoreUnavailable('away');
  }

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}
