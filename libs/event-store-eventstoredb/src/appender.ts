import { AppendOutcomeUnknown, beforeTheFirst, WrongExpectedRevision, type Appended, type ExpectedRevision, type NewEvent } from '@kring/event-store';
import type { Connection } from './connection.ts';
import { KnownIds } from './known-ids.ts';
import { partsOf } from './parts.ts';
import type { Deadline } from './patience.ts';
import { positionOf } from './position.ts';
import type { Reader } from './reader.ts';
import type { RecordingTimes } from './recorded-at.ts';
import { checkedEvent, checkedStream } from './stored-event.ts';
import { rememberedEvents, StreamTail } from './stream-tail.ts';
import { appendSurely, TooLarge, type OneAppend, type Stored } from './sure-append.ts';
import { Turns } from './turns.ts';

export type AppenderParts = { readonly connection: Connection; readonly reader: Reader; readonly times: RecordingTimes; readonly maxAppendBytes: number };

/**
 * Appends of any size that the server's limit allows.
 *
 * The server takes 1 MiB at a time. An append that expects something of its stream is a decision and is stored whole or not
 * at all: larger ones are refused. An append that expects nothing is a row of events that stand by themselves, and a larger
 * one is stored in several runs, one behind the other, with the stream kept from other appends of this process meanwhile.
 * When it is cut short, the runs that were stored stay; its caller hears `AppendOutcomeUnknown`, repeats it as it has to, and
 * the ids of the runs are recognised: what is missing is stored behind them. Readers may see a first run without the last.
 */
export class Appender {
  readonly #turns = new Turns();
  readonly #known: KnownIds;
  #maxAppendBytes: number;

  constructor(private readonly parts: AppenderParts) {
    this.#known = new KnownIds((stream, count) => parts.reader.tail(stream, count));
    this.#maxAppendBytes = parts.maxAppendBytes;
  }

  async append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    checkedStream(stream);
    events.forEach(checkedEvent);
    if (events.length === 0) return this.#nothing(stream, expected);
    const append: OneAppend = { stream, events, expected };
    try {
      return await this.#inParts(append);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      // The server told its own limit, which is lower than the one that was set.
      if (error.limit === undefined || error.limit >= this.#maxAppendBytes) throw new RangeError(error.message);
      this.#maxAppendBytes = error.limit;
      return this.#inParts(append);
    }
  }

  async #inParts(append: OneAppend): Promise<Appended> {
    if (partsOf(append.events, this.#maxAppendBytes).length > 1) {
      if (append.expected !== 'any') throw new RangeError(`the event store takes ${this.#maxAppendBytes} bytes at a time, and what expects a revision is stored at once: make this append smaller`);
      return this.#turns.take(append.stream, () => this.#runs(append));
    }
    if (this.#turns.taken(append.stream)) await this.#turns.free(append.stream);
    else if (append.expected === 'any' && !this.#known.remembers(append.stream)) {
      const begun = await this.#turns.take(append.stream, () => this.#begin(append));
      if (begun) return begun;
    }
    return this.#whole(append);
  }

  /**
   * A stream that this process has not seen is often a new one. To begin it takes one call, in which the server recognises a
   * repetition by itself; `undefined` when it was not new.
   */
  async #begin(append: OneAppend): Promise<Appended | undefined> {
    try {
      return await this.#stored({ ...append, expected: 'no-stream' });
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  async #whole(append: OneAppend): Promise<Appended> {
    const { stream, events, expected } = append;
    if (expected !== 'any' && expected !== 'stream-exists') return this.#stored(append);
    const tail = await this.#known.tailOf(stream, events.length);
    const found = tail.find(idsOf(events));
    if (found.kind === 'known') return this.#answer(stream, { revision: found.revision, position: undefined });
    if (found.kind !== 'new') throw new WrongExpectedRevision(stream, expected, tail.last);
    return this.#stored(append, tail);
  }

  /** Goes on behind what an earlier attempt has stored. */
  async #runs({ stream, events }: OneAppend): Promise<Appended> {
    const tail = await this.#known.tailOf(stream, events.length);
    const found = tail.find(idsOf(events));
    if (found.kind === 'known') return this.#answer(stream, { revision: found.revision, position: undefined });
    if (found.kind === 'mixed') throw new WrongExpectedRevision(stream, 'any', tail.last);
    const missing = found.kind === 'begun' ? events.slice(found.count) : events;
    let begun = found.kind === 'begun';
    let expected: ExpectedRevision = 'any';
    let last: Appended | undefined;
    for (const run of partsOf(missing, this.#maxAppendBytes)) {
      last = await this.#stored({ stream, events: run, expected }, tail).catch((error: unknown) => {
        // Whatever it was: part of the append is stored, which only a repetition can make whole.
        throw begun && !(error instanceof TooLarge) ? new AppendOutcomeUnknown(`an append to ${stream} is stored in part: ${wordsOf(error)}`) : error;
      });
      begun = true;
      expected = last.revision;
    }
    return last ?? this.#nothing(stream, 'any');
  }

  async #stored(append: OneAppend, tail?: StreamTail): Promise<Appended> {
    const { stream, events } = append;
    tail?.begin();
    try {
      const stored = await appendSurely(append, { ...this.parts, lookBack: (one, deadline) => this.#lookBack(one, deadline) });
      tail?.stored(idsOf(events), stored.revision);
      if (!tail) this.#known.forget(stream);
      return await this.#answer(stream, stored);
    } catch (error) {
      this.#known.forget(stream);
      throw error;
    } finally {
      if (tail && !tail.end()) this.#known.forget(stream);
    }
  }

  async #lookBack({ stream, events }: OneAppend, deadline: Deadline): Promise<Stored | undefined> {
    const count = rememberedEvents + events.length;
    const newest = await this.parts.reader.tail(stream, count, deadline);
    const found = new StreamTail(newest, newest.length < count).find(idsOf(events));
    return found.kind === 'known' ? { revision: found.revision, position: undefined } : undefined;
  }

  async #answer(stream: string, { revision, position }: Stored): Promise<Appended> {
    if (position) return { revision, position: positionOf(position) };
    const page = await this.parts.reader.streamPage(stream, revision, 1).catch((error: unknown) => {
      throw new AppendOutcomeUnknown(`stream ${stream} holds the append already, but cannot be read: ${wordsOf(error)}`);
    });
    const event = page.events[0];
    if (event?.revision !== revision) throw new AppendOutcomeUnknown(`stream ${stream} held the append at revision ${revision}, and does not any more`);
    return { revision, position: event.position };
  }

  async #nothing(stream: string, expected: ExpectedRevision): Promise<Appended> {
    const [last] = await this.parts.reader.tail(stream, 1);
    if (!agrees(expected, last?.revision)) throw new WrongExpectedRevision(stream, expected, last?.revision ?? 'no-stream');
    return { revision: last?.revision ?? -1, position: last?.position ?? beforeTheFirst };
  }
}

const idsOf = (events: readonly NewEvent[]): string[] => events.map(({ id }) => id);

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : 'for an unknown reason');

const agrees = (expected: ExpectedRevision, last: number | undefined): boolean => {
  if (expected === 'any') return true;
  if (expected === 'no-stream') return last === undefined;
  return expected === 'stream-exists' ? last !== undefined : last === expected;
};
