import { BACKWARDS, END, type AllStreamResolvedEvent, type EventStoreDBClient, type ResolvedEvent, type StreamingRead } from '@eventstore/db-client';
import { beforeTheFirst, EventStoreUnavailable, type Position, type RecordedEvent } from '@kring/event-store';
import type { Connection, Line } from './connection.ts';
import { faultOf } from './fault.ts';
import { Deadline, delayAfter, pause, TookTooLong } from './patience.ts';
import { positionOf, toldPosition, type LogPosition } from './position.ts';
import { fromStored } from './stored-event.ts';
import { StreamTombstoned } from './stream-tombstoned.ts';

/** `next` is the revision behind the page, whatever was left out of it; `undefined` at the end of the stream. */
export type StreamPage = { readonly events: readonly RecordedEvent[]; readonly next: number | undefined };

const firstLook = 16;
const longestLook = 1_024;

/** Reads page by page: no call stays open while its reader is busy, and each may be tried again by itself. */
export class Reader {
  #head: Position = beforeTheFirst;

  constructor(private readonly connection: Connection) {}

  async streamPage(stream: string, from: number, limit: number): Promise<StreamPage> {
    const page = await this.#page(stream, (client) => client.readStream(stream, { fromRevision: BigInt(from), maxCount: limit }));
    const last = page.at(-1)?.event;
    return { events: page.map(fromStored).filter((event) => event !== undefined), next: page.length < limit || !last ? undefined : Number(last.revision) + 1 };
  }

  /** The last events of a stream, the newest first. */
  async tail(stream: string, count: number, deadline?: Deadline): Promise<readonly RecordedEvent[]> {
    const page = await this.#page(stream, (client) => client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: count }), deadline);
    return page.map(fromStored).filter((event) => event !== undefined);
  }

  /** The last event that is ours; the server's own events behind it are passed over, those seen before are not read again. */
  async last(deadline?: Deadline): Promise<RecordedEvent | undefined> {
    let from: LogPosition | typeof END = END;
    for (let count = firstLook; ; count = Math.min(longestLook, count * 4)) {
      const start: LogPosition | typeof END = from;
      const page: readonly AllStreamResolvedEvent[] = await this.#page('$all', (client) => client.readAll({ direction: BACKWARDS, fromPosition: start, maxCount: count }), deadline);
      const found = page.map(fromStored).find((event) => event !== undefined);
      if (found) return found;
      const oldest = page.at(-1);
      const position = toldPosition((oldest?.link ?? oldest?.event)?.position ?? { commit: 0n, prepare: 0n });
      if (page.length < count || positionOf(position) <= this.#head) return undefined;
      from = position;
    }
  }

  async head(): Promise<Position> {
    const last = await this.last();
    if (last && last.position > this.#head) this.#head = last.position;
    return this.#head;
  }

  async #page<E extends ResolvedEvent | AllStreamResolvedEvent>(stream: string, open: (client: EventStoreDBClient) => StreamingRead<E>, deadline = new Deadline(this.connection.timeOuts.readMs)): Promise<readonly E[]> {
    for (let failures = 0; ; failures += 1) {
      const line = await this.connection.line();
      try {
        return await allOf(open(line.client), line, deadline.left);
      } catch (error) {
        this.connection.noticed(line, error);
        const fault = faultOf(error);
        if (fault.kind === 'no-stream') return [];
        if (fault.kind === 'tombstoned') throw new StreamTombstoned(stream);
        const why = 'why' in fault ? fault.why : fault.kind;
        const delay = delayAfter(failures);
        if (fault.kind === 'refused' || deadline.left <= delay) throw new EventStoreUnavailable(`the event store at ${this.connection.address.shown} cannot be read: ${why}`);
        await pause(delay);
      }
    }
  }
}

/** Everything that comes. The client goes silent over a call that it cancels itself, so the loss of its line ends the wait. */
const allOf = <E>(stream: StreamingRead<E>, { lost }: Line, ms: number): Promise<E[]> =>
  new Promise((resolve, reject) => {
    const items: E[] = [];
    const release = (): void => {
      clearTimeout(timer);
      lost.removeEventListener('abort', giveUp);
    };
    const fail = (error: unknown): void => {
      release();
      reject(error);
      stream.cancel().catch(() => undefined);
    };
    const giveUp = (): void => fail(lost.reason);
    const timer = setTimeout(() => fail(new TookTooLong(`a read took longer than ${Math.round(ms)} ms`)), ms);
    lost.addEventListener('abort', giveUp, { once: true });
    stream.on('data', (item: E) => void items.push(item));
    stream.on('error', fail);
    stream.on('end', () => {
      release();
      resolve(items);
    });
    if (lost.aborted) giveUp();
  });
