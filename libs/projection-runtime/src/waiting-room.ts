import type { EventStore } from '@kring/event-store';
import { describeError, type Log } from '@kring/platform';
import type { ParkedEvent, ParkedPage } from './parking.ts';
import type { ProjectionWriter } from './projection-writer.ts';
import { redrivePartition, type Redriven } from './redrive.ts';

export type WaitingRoomParts = {
  readonly name: string;
  readonly eventStore: EventStore;
  readonly log: Log;
  readonly writer: () => ProjectionWriter | undefined;
  readonly isLive: () => boolean;
  readonly signal: AbortSignal;
  /** Runs work when no other step is being taken. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
};

/** What a running projection has parked: shows it, and takes it again. */
export class WaitingRoom {
  #waitingSinceBefore: readonly string[] = [];

  constructor(private readonly parts: WaitingRoomParts) {}

  get partitions(): readonly string[] {
    return this.parts.writer()?.parking.partitions ?? [];
  }

  async of(partition: string, limit: number): Promise<readonly ParkedEvent[]> {
    const writer = this.parts.writer();
    return writer ? writer.parking.of(partition, writer.viewStore, limit) : [];
  }

  async page(page: { readonly after?: string; readonly limit: number }): Promise<ParkedPage> {
    const writer = this.parts.writer();
    return writer ? writer.parking.page(writer.viewStore, page) : { parked: [], next: null };
  }

  async redrive(partition: string): Promise<Redriven> {
    const { name, eventStore, writer: current, isLive, inTurn } = this.parts;
    const writer = current();
    if (!writer || !isLive()) throw new Error(`projection ${name} is not live; redrive when it is`);
    return redrivePartition(partition, { writer, eventStore, inTurn });
  }

  /** Remembers what waits now, at a start. */
  remember(): void {
    this.#waitingSinceBefore = [...this.partitions];
  }

  /** What made an event poisonous may have been mended since the last start, so each start tries the parked ones once. */
  tryAgain(): void {
    const waiting = this.#waitingSinceBefore;
    this.#waitingSinceBefore = [];
    const { name, log, signal } = this.parts;
    void (async () => {
      for (const partition of waiting) if (!signal.aborted) await this.redrive(partition);
    })().catch((error: unknown) => log.warn('parked events could not be tried again', { projection: name, error: describeError(error) }));
  }
}
