import type { Position, RecordedEvent } from '@kring/event-store';
import type { Log } from '@kring/platform';
import type { ViewRow, ViewStore } from '@kring/view-store';
import { noStep, partitionOf, type Pace, type ProjectionDefinition, type ProjectionStep, type TimedStep } from './definition.ts';
import { Parking } from './parking.ts';
import type { Progress } from './progress.ts';
import { guarded, storable, type ViewUnreadable } from './view-guard.ts';

export type WriterParts = {
  readonly viewStore: ViewStore;
  readonly progress: Progress;
  readonly now: () => Date;
  readonly log: Log;
};

type Worked<T> = { readonly step: T } | { readonly fault: unknown };

/**
 * Writes one projection as the owner of one epoch: events in, rows and checkpoint out, each step whole. It knows nothing of
 * subscriptions and retries; whoever calls it does so one call at a time.
 */
export class ProjectionWriter {
  readonly parking: Parking;
  /** Up to where the checkpoint in the store is; the progress may be ahead of it over events that change nothing. */
  #stored: Position;
  /** A step of which the store did not say whether it took it. */
  #unheard: { readonly position: Position; readonly touched: readonly string[] } | undefined;

  constructor(private readonly definition: ProjectionDefinition, private readonly parts: WriterParts, private readonly epoch: number, start: Position) {
    this.parking = new Parking(definition.name);
    this.#stored = start;
  }

  get position(): Position {
    return this.parts.progress.taken;
  }

  /**
   * Takes events that all stand behind the checkpoint. When one of them is poisoned the batch is halved until it stands
   * alone, each half with a checkpoint of its own, so that what was taken is never taken twice.
   */
  async take(events: readonly RecordedEvent[], pace: Pace): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    const free = events.filter((event) => !this.parking.has(partitionOf(this.definition, event)));
    const worked = free.length === 0 ? { step: noStep } : await this.#work((read) => this.definition.apply(free, read, pace));
    if ('step' in worked) {
      await this.commit(worked.step, last.position, this.#behind(events));
      return;
    }
    if (events.length === 1) return this.#park(last, worked.fault);
    const middle = Math.ceil(events.length / 2);
    await this.take(events.slice(0, middle), pace);
    await this.take(events.slice(middle), pace);
  }

  /** Makes the changes that time asks for, and those that were left while behind. A fault of the definition must not keep the feed: it is logged. */
  async tick(): Promise<void> {
    const { tick } = this.definition;
    for (let more = tick !== undefined; more; ) {
      const worked = await this.#work<TimedStep>((read) => tick!.call(this.definition, this.parts.now(), read));
      if ('fault' in worked) return this.#warn('tick', worked.fault);
      await this.commit(worked.step, this.position);
      for (const { name, fault } of worked.step.undone ?? []) this.#warn(name, fault);
      more = worked.step.more;
    }
    await this.flush();
  }

  /** Takes a parked event again. Answers whether it was taken; if not, its row says why. */
  async takeAgain(partition: string, event: RecordedEvent): Promise<boolean> {
    const worked = await this.#work((read) => this.definition.apply([event], read, 'live'));
    if ('fault' in worked) {
      await this.commit(noStep, this.position, [this.#parkedRow(event, partition, worked.fault)]);
      return false;
    }
    const { puts, deletes, touched } = worked.step;
    await this.commit({ puts, deletes: [...deletes, this.parking.keyOf({ partition, position: event.position })], touched }, this.position);
    return true;
  }

  /** Rows and checkpoint, together. A step without rows only moves the progress; the checkpoint follows with a later one. */
  async commit(step: ProjectionStep, position: Position, parked: readonly ViewRow[] = []): Promise<void> {
    const { puts, deletes, touched } = step;
    if (puts.length + deletes.length + parked.length > 0) {
      this.#unheard = { position, touched };
      await this.#store(position, [...puts, ...parked], deletes);
      this.#unheard = undefined;
    }
    this.parts.progress.take(position, touched);
  }

  /** After a failure: finds out what the store took, and tells of a step whose answer was lost. */
  async catchUpWithStore(): Promise<void> {
    this.#stored = await this.parts.viewStore.checkpoint(this.definition.name);
    const unheard = this.#unheard;
    this.#unheard = undefined;
    const taken = unheard !== undefined && unheard.position <= this.#stored;
    this.parts.progress.take(this.#stored, taken ? unheard.touched : []);
  }

  /** Brings the checkpoint up to the progress. */
  async flush(): Promise<void> {
    if (this.#stored < this.position) await this.#store(this.position, [], []);
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

  async #work<T extends ProjectionStep>(work: (read: ReturnType<typeof guarded>) => Promise<T>): Promise<Worked<T>> {
    const read = guarded(this.parts.viewStore);
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
    const parkedAt = this.parts.now().toISOString();
    return events.flatMap((event) => {
      const partition = partitionOf(this.definition, event);
      return this.parking.has(partition) ? [this.parking.rowOf(event, { partition, state: 'behind', reason: null, parkedAt })] : [];
    });
  }

  #parkedRow(event: RecordedEvent, partition: string, fault: unknown): ViewRow {
    return this.parking.rowOf(event, { partition, state: 'poisoned', reason: this.parts.log.describe(fault), parkedAt: this.parts.now().toISOString() });
  }

  async #park(event: RecordedEvent, fault: unknown): Promise<void> {
    const partition = partitionOf(this.definition, event);
    await this.commit(noStep, event.position, [this.#parkedRow(event, partition, fault)]);
    this.parking.close(partition);
  }
}
