import type { Position, RecordedEvent } from '@kring/event-store';
import type { Log } from '@kring/platform';
import type { ViewRow, ViewStore } from '@kring/view-store';
import { noStep, partitionOf, type Pace, type ProjectionDefinition, type ProjectionStep, type TimedStep, type Undone, type ViewReader } from './definition.ts';
import { Parking } from './parking.ts';
import { PendingRows } from './pending-rows.ts';
import type { Progress } from './progress.ts';
import { guarded, storable, type ViewUnreadable } from './view-guard.ts';

export type WriterParts = {
  readonly viewStore: ViewStore;
  readonly progress: Progress;
  readonly now: () => Date;
  readonly log: Log;
  /** While behind, the next step is worked out while the one before it is written: only for a definition that has no effect but its rows. */
  readonly overlap?: boolean;
};

type Worked<T> = { readonly step: T } | { readonly fault: unknown };
type Commit = { readonly step: ProjectionStep; readonly position: Position; readonly parked?: readonly ViewRow[]; readonly pace?: Pace };
/** A step that is being written, and the view as it will be. */
type InFlight = { readonly written: Promise<void>; readonly rows: PendingRows };

/**
 * Writes one projection as the owner of one epoch: events in, rows and checkpoint out, each step whole. It knows nothing of
 * subscriptions and retries; whoever calls it does so one call at a time.
 */
export class ProjectionWriter {
  readonly parking: Parking;
  /** Up to where the checkpoint in the store is; the progress may be ahead of it over events that change nothing. */
  #stored: Position;
  /** Up to where steps were worked out; the last of them may still be on its way to the store. */
  #reached: Position;
  #inFlight: InFlight | undefined;
  /** A step of which the store did not say whether it took it. */
  #unheard: { readonly position: Position; readonly touched: readonly string[] } | undefined;

  constructor(private readonly definition: ProjectionDefinition, private readonly parts: WriterParts, private readonly epoch: number, start: Position) {
    this.parking = new Parking(definition.name);
    this.#stored = start;
    this.#reached = start;
  }

  get position(): Position {
    return this.#reached;
  }

  get viewStore(): ViewStore {
    return this.parts.viewStore;
  }

  /**
   * Takes events that all stand behind the checkpoint, the last of all up to `upTo`. When one of them is poisoned the batch
   * is halved until it stands alone, each half with a checkpoint of its own, so that what was taken is never taken twice.
   */
  async take(events: readonly RecordedEvent[], pace: Pace, upTo: Position): Promise<void> {
    const free = this.parking.isEmpty ? events : events.filter((event) => !this.parking.has(partitionOf(this.definition, event)));
    const worked = free.length === 0 ? { step: noStep } : await this.#work((read) => this.definition.apply(free, read, pace));
    if ('step' in worked) return this.#commit({ step: worked.step, position: upTo, parked: this.#behind(events), pace });
    const [only, second] = events;
    if (only && !second) return this.#park(only, worked.fault, upTo);
    const middle = Math.ceil(events.length / 2);
    const first = events.slice(0, middle);
    await this.take(first, pace, first.at(-1)?.position ?? upTo);
    await this.take(events.slice(middle), pace, upTo);
  }

  /** Makes the changes that time asks for, and those that were left while behind. A fault of the definition must not keep the feed: it is logged. */
  async tick(now = this.parts.now(), signal?: AbortSignal): Promise<void> {
    const { tick } = this.definition;
    for (let more = tick !== undefined; more && !signal?.aborted; ) {
      const worked = await this.#work<TimedStep>((read) => tick!.call(this.definition, now, read));
      if ('fault' in worked) return this.#warn('tick', worked.fault);
      const { undone = [] } = worked.step;
      await this.#commit({ step: worked.step, position: this.position, parked: this.#leftOut(undone), pace: 'behind' });
      for (const { name, fault } of undone) this.#warn(name, fault);
      more = worked.step.more;
    }
    await this.flush();
  }

  /** Takes a parked event again. Answers whether it was taken; if not, its row says why. */
  async takeAgain(partition: string, event: RecordedEvent): Promise<boolean> {
    const worked = await this.#work((read) => this.definition.apply([event], read, 'live'));
    const { position } = this;
    if ('fault' in worked) {
      await this.#commit({ step: noStep, position, parked: [this.#parkedRow(event, partition, worked.fault)] });
      return false;
    }
    const { puts, deletes, touched } = worked.step;
    await this.#commit({ step: { puts, deletes: [...deletes, this.parking.keyOf({ partition, position: event.position })], touched }, position });
    return true;
  }

  /** Waits for what is being written. A write that failed fails every call from then on, until it is known what the store took. */
  async settled(): Promise<void> {
    await this.#inFlight?.written;
    this.#inFlight = undefined;
  }

  /** After a failure: finds out what the store took, and tells of a step whose answer was lost. */
  async catchUpWithStore(): Promise<void> {
    await this.#inFlight?.written.catch(() => undefined);
    this.#inFlight = undefined;
    this.#stored = await this.parts.viewStore.checkpoint(this.definition.name);
    await this.parking.load(this.parts.viewStore);
    const unheard = this.#unheard;
    this.#unheard = undefined;
    const taken = unheard !== undefined && unheard.position <= this.#stored;
    this.parts.progress.take(this.#stored, taken ? unheard.touched : []);
    this.#reached = this.parts.progress.taken;
  }

  /** Brings the checkpoint up to the progress. */
  async flush(): Promise<void> {
    await this.settled();
    if (this.#stored < this.position) await this.#store(this.position, [], []);
  }

  /** Rows and checkpoint, together. A step without rows only moves the progress; the checkpoint follows with a later one. */
  async #commit({ step: { puts, deletes, touched }, position, parked = [], pace = 'live' }: Commit): Promise<void> {
    await this.settled();
    const rows = parked.length === 0 ? puts : [...puts, ...parked];
    this.#reached = position;
    if (rows.length + deletes.length === 0) return this.parts.progress.take(position, touched);
    this.#unheard = { position, touched };
    const written = this.#store(position, rows, deletes).then(() => {
      this.#unheard = undefined;
      this.parts.progress.take(position, touched);
    });
    if (pace === 'live' || !this.parts.overlap) return written;
    // Whoever asks next hears of a failure; until then nobody may be listening.
    written.catch(() => undefined);
    this.#inFlight = { written, rows: new PendingRows({ puts: rows, deletes }, this.parts.viewStore, written) };
  }

  async #store(position: Position, puts: readonly ViewRow[], deletes: ProjectionStep['deletes']): Promise<void> {
    try {
      await this.parts.viewStore.commit({ projection: this.definition.name, epoch: this.epoch, position, puts, deletes });
      this.#stored = position;
    } catch (error) {
      this.definition.forget?.();
      throw error;
    }
  }

  async #work<T extends ProjectionStep>(work: (read: ViewReader) => Promise<T>): Promise<Worked<T>> {
    const read = guarded(this.#inFlight?.rows ?? this.parts.viewStore);
    try {
      const step = await work(read);
      storable(step);
      return { step };
    } catch (fault) {
      this.definition.forget?.();
      const unreadable: ViewUnreadable | undefined = read.failure;
      if (unreadable) throw unreadable;
      return { fault };
    }
  }

  #warn(name: string, fault: unknown): void {
    const { log } = this.parts;
    log.warn('projection left something undone', { projection: this.definition.name, name, error: log.describe(fault) });
  }

  #behind(events: readonly RecordedEvent[]): readonly ViewRow[] {
    if (this.parking.isEmpty) return [];
    const parkedAt = this.parts.now().toISOString();
    return events.flatMap((event) => {
      const partition = partitionOf(this.definition, event);
      return this.parking.has(partition) ? [this.parking.rowOf(event, { partition, state: 'behind', reason: null, parkedAt })] : [];
    });
  }

  /** What came before its partition turned out to be poisoned is parked with it. */
  #leftOut(undone: readonly Undone[]): readonly ViewRow[] {
    const parkedAt = this.parts.now().toISOString();
    return undone.flatMap(({ fault, leftOut = [] }) =>
      leftOut.map(({ eventId, partition, state, ...where }) => {
        this.parking.close(partition);
        const reason = state === 'poisoned' ? this.parts.log.describe(fault) : null;
        return this.parking.rowOf({ ...where, id: eventId, revision: null }, { partition, state, reason, parkedAt });
      }),
    );
  }

  #parkedRow(event: RecordedEvent, partition: string, fault: unknown): ViewRow {
    return this.parking.rowOf(event, { partition, state: 'poisoned', reason: this.parts.log.describe(fault), parkedAt: this.parts.now().toISOString() });
  }

  async #park(event: RecordedEvent, fault: unknown, upTo: Position): Promise<void> {
    const partition = partitionOf(this.definition, event);
    await this.#commit({ step: noStep, position: upTo, parked: [this.#parkedRow(event, partition, fault)] });
    this.parking.close(partition);
  }
}
