import type { RecordedEvent } from '@kring/event-store';
import { rememberedEvents, StreamTail } from './stream-tail.ts';

/** The ends of so many streams are remembered, those used last. */
const mostStreams = 2_000;

/**
 * Recognises what the server does not. Where no revision is expected, the server looks for a repetition in a cache of recent
 * ids only, which ends with its process; and a batch of which only a later event is known it stores a second time.
 */
export class KnownIds {
  readonly #tails = new Map<string, Promise<StreamTail>>();

  /** `read` gives the last events of a stream, the newest first. */
  constructor(private readonly read: (stream: string, count: number) => Promise<readonly RecordedEvent[]>) {}

  remembers(stream: string): boolean {
    return this.#tails.has(stream);
  }

  /** The end of a stream, far enough back to look for so many ids. */
  async tailOf(stream: string, ids: number): Promise<StreamTail> {
    const remembered = this.#tails.get(stream);
    if (remembered) {
      this.#remember(stream, remembered);
      const tail = await remembered;
      if (tail.reachesFor(ids)) return tail;
    }
    const loading = this.#load(stream, rememberedEvents + ids);
    this.#remember(stream, loading);
    return await loading;
  }

  forget(stream: string): void {
    this.#tails.delete(stream);
  }

  #remember(stream: string, tail: Promise<StreamTail>): void {
    this.#tails.delete(stream);
    this.#tails.set(stream, tail);
    const oldest = this.#tails.keys().next().value;
    if (this.#tails.size > mostStreams && oldest !== undefined) this.#tails.delete(oldest);
  }

  async #load(stream: string, count: number): Promise<StreamTail> {
    try {
      const events = await this.read(stream, count);
      return new StreamTail(events, events.length < count);
    } catch (error) {
      this.#tails.delete(stream);
      throw error;
    }
  }
}
