import { WrongExpectedRevision, type Appended, type EventStore, type ExpectedRevision, type FeedBatch, type NewEvent, type Position, type RecordedEvent } from '@kring/event-store';

const positionOf = (index: number): Position => String(index + 1).padStart(16, '0');

const agrees = (expected: ExpectedRevision, last: number): boolean => {
  if (expected === 'any') return true;
  if (expected === 'no-stream') return last < 0;
  return expected === 'stream-exists' ? last >= 0 : last === expected;
};

/** A log in memory that keeps the promises of the port: revisions are checked, and what is repeated is recognised. */
export class LogInMemory implements EventStore {
  readonly events: RecordedEvent[] = [];
  #changed = Promise.withResolvers<void>();

  constructor(private readonly now: () => Date) {}

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    const last = this.#of(stream).length - 1;
    const known = events.map(({ id }) => this.#of(stream).find((one) => one.id === id));
    const repeated = known.at(-1);
    if (repeated && known.every((one) => one !== undefined)) return { revision: repeated.revision, position: repeated.position };
    if (!agrees(expected, last) || known.some((one) => one !== undefined)) throw new WrongExpectedRevision(stream, expected, last < 0 ? 'no-stream' : last);
    const recordedAt = this.now().toISOString();
    events.forEach((event, index) => this.events.push({ ...event, stream, revision: last + 1 + index, position: positionOf(this.events.length), recordedAt }));
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
    return { revision: last + events.length, position: await this.head() };
  }

  async *readStream(stream: string, { from = 0 } = {}): AsyncIterable<readonly RecordedEvent[]> {
    const events = this.#of(stream).slice(from);
    if (events.length > 0) yield events;
  }

  async *readAll({ after }: { readonly after: Position }): AsyncIterable<readonly RecordedEvent[]> {
    yield this.events.filter(({ position }) => position > after);
  }

  async *subscribe({ after, signal, batchSize = 500 }: { readonly after: Position; readonly signal: AbortSignal; readonly batchSize?: number }): AsyncIterable<FeedBatch> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    let position = after;
    let caughtUp = false;
    while (!signal.aborted) {
      const changed = this.#changed.promise;
      const events = this.events.filter((one) => one.position > position).slice(0, batchSize);
      position = events.at(-1)?.position ?? position;
      const reached: boolean = !caughtUp && position >= (await this.head());
      caughtUp ||= reached;
      if (events.length > 0 || reached) yield { events, position, caughtUp: reached };
      else await Promise.race([changed, aborted]);
    }
  }

  async head(): Promise<Position> {
    return this.events.at(-1)?.position ?? '';
  }

  async close(): Promise<void> {}

  #of(stream: string): readonly RecordedEvent[] {
    return this.events.filter((one) => one.stream === stream);
  }
}
