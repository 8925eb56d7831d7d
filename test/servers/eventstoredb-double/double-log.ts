import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export type ProposedEvent = { readonly id: string; readonly type: string; readonly json: boolean; readonly data: Uint8Array; readonly metadata: Uint8Array };

export type LoggedEvent = ProposedEvent & { readonly stream: string; readonly revision: number; readonly position: bigint; readonly created: number };

export type Expected = number | 'any' | 'no-stream' | 'stream-exists';

export type WriteOutcome =
  | { readonly kind: 'stored'; readonly revision: number; readonly position: bigint | undefined }
  | { readonly kind: 'wrong-revision'; readonly actual: number | 'no-stream' }
  | { readonly kind: 'tombstoned' };

type Stream = { readonly events: LoggedEvent[]; hiddenUntil: number; tombstoned: boolean };

/** Like the server's own: what one record takes besides its payload. */
const recordOverhead = 120;

/**
 * The log of the double. In memory, and in a file as well when one is given, so that it outlives its process.
 *
 * It knows repeated appends as the server does. Under an expected revision it compares ids with what the stream holds there;
 * under "any" it asks a cache of ids by which it goes no further than the first that is unknown, and the cache is gone when
 * the server starts anew.
 */
export class DoubleLog {
  readonly events: LoggedEvent[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #recent = new Map<string, LoggedEvent>();
  readonly #waiting = new Set<() => void>();
  readonly #file: string | undefined;
  #end = 0n;

  constructor(file?: string) {
    this.#file = file;
    if (file && existsSync(file)) this.#load(readFileSync(file, 'utf8'));
    else this.append('$users', 'any', [systemEvent('$User')]);
  }

  append(name: string, expected: Expected, proposed: readonly ProposedEvent[], now = Date.now()): WriteOutcome {
    const stream = this.#stream(name);
    if (stream.tombstoned) return { kind: 'tombstoned' };
    const repeated = this.#repetition(stream, name, expected, proposed);
    if (repeated) return repeated;
    const events = proposed.map((event, index): LoggedEvent => this.#placed(event, name, stream.events.length + index, now));
    this.#take(events);
    this.#write(events);
    const last = events.at(-1);
    return { kind: 'stored', revision: stream.events.length - 1, position: last?.position };
  }

  /** `undefined` where the stream does not exist, as it seems to a reader. */
  read(name: string): readonly LoggedEvent[] | 'tombstoned' | undefined {
    const stream = this.#streams.get(name);
    if (stream?.tombstoned) return 'tombstoned';
    const visible = stream?.events.filter(({ revision }) => revision >= stream.hiddenUntil) ?? [];
    return visible.length === 0 ? undefined : visible;
  }

  /** What an operator does; the log keeps a system event of it. */
  softDelete(name: string): void {
    const stream = this.#stream(name);
    stream.hiddenUntil = stream.events.length;
    this.append(`$$${name}`, 'any', [systemEvent('$metadata')]);
  }

  tombstone(name: string): void {
    this.#stream(name).tombstoned = true;
    this.append(`$$${name}`, 'any', [systemEvent('$streamDeleted')]);
  }

  addSystemEvents(count: number): void {
    for (let index = 0; index < count; index += 1) this.append('$stats-127.0.0.1:2113', 'any', [systemEvent('$statsCollected')]);
  }

  /** What a new process of the server does not know any more. */
  forgetRecent(): void {
    this.#recent.clear();
  }

  /** Settles when the log grows, or at the latest when `release` is called. */
  growth(): { readonly grown: Promise<void>; release(): void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.add(resolve);
    return { grown: promise, release: () => void (this.#waiting.delete(resolve), resolve()) };
  }

  #repetition(stream: Stream, name: string, expected: Expected, proposed: readonly ProposedEvent[]): WriteOutcome | undefined {
    const last = stream.events.length - 1;
    const wrong: WriteOutcome = { kind: 'wrong-revision', actual: last < 0 ? 'no-stream' : last };
    if (expected === 'any' || expected === 'stream-exists') {
      if (expected === 'stream-exists' && last < 0) return wrong;
      return this.#repeatedLately(name, proposed, wrong);
    }
    const from = expected === 'no-stream' ? 0 : expected + 1;
    if (from === last + 1) return undefined;
    if (from > last + 1) return wrong;
    const differs = proposed.findIndex((event, index) => stream.events[from + index]?.id !== event.id);
    if (differs === 0 && expected === 'no-stream' && stream.hiddenUntil > last) return undefined;
    if (differs >= 0 || proposed.length === 0) return wrong;
    const found = stream.events[from + proposed.length - 1];
    return { kind: 'stored', revision: from + proposed.length - 1, position: found?.position };
  }

  #repeatedLately(name: string, proposed: readonly ProposedEvent[], wrong: WriteOutcome): WriteOutcome | undefined {
    const known = proposed.map(({ id }) => this.#recent.get(id)).map((event) => (event?.stream === name ? event : undefined));
    const last = known.at(-1);
    if (known[0] === undefined) return undefined;
    if (last === undefined || known.includes(undefined)) return wrong;
    return { kind: 'stored', revision: last.revision, position: last.position };
  }

  #placed(event: ProposedEvent, stream: string, revision: number, created: number): LoggedEvent {
    const position = this.#end;
    this.#end += BigInt(recordOverhead + event.data.length + event.metadata.length);
    return { ...event, id: event.id.toLowerCase(), stream, revision, position, created };
  }

  #take(events: readonly LoggedEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      this.#stream(event.stream).events.push(event);
      this.#recent.set(event.id, event);
    }
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  #stream(name: string): Stream {
    const known = this.#streams.get(name);
    if (known) return known;
    const stream: Stream = { events: [], hiddenUntil: 0, tombstoned: false };
    this.#streams.set(name, stream);
    return stream;
  }

  #write(events: readonly LoggedEvent[]): void {
    if (this.#file && events.length > 0) appendFileSync(this.#file, `${JSON.stringify(events.map(toLine))}\n`);
  }

  #load(text: string): void {
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const events = (JSON.parse(line) as Line[]).map(fromLine);
      this.#take(events);
      const last = events.at(-1);
      if (last) this.#end = last.position + BigInt(recordOverhead + last.data.length + last.metadata.length);
    }
    this.forgetRecent();
  }
}

type Line = Omit<LoggedEvent, 'position' | 'data' | 'metadata'> & { readonly position: string; readonly data: string; readonly metadata: string };

const toLine = ({ position, data, metadata, ...event }: LoggedEvent): Line => ({
  ...event,
  position: position.toString(),
  data: Buffer.from(data).toString('base64'),
  metadata: Buffer.from(metadata).toString('base64'),
});

const fromLine = ({ position, data, metadata, ...event }: Line): LoggedEvent => ({
  ...event,
  position: BigInt(position),
  data: Buffer.from(data, 'base64'),
  metadata: Buffer.from(metadata, 'base64'),
});

const systemEvent = (type: string): ProposedEvent => ({ id: crypto.randomUUID(), type, json: true, data: Buffer.from('{}'), metadata: new Uint8Array() });
