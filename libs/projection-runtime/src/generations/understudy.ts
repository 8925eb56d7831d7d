import type { EventStore, Position } from '@kring/event-store';
import type { Companion, Step, Tenure } from '../companion.ts';
import type { RebuildableDefinition } from '../definition.ts';
import type { ProjectionWriter } from '../projection-writer.ts';
import type { Comparison } from './comparison.ts';
import type { GenerationStore } from './generation-store.ts';

/** The work was called off. */
export class CalledOff extends Error {
  override readonly name = 'CalledOff';
}

export type CatchUp = { readonly eventStore: EventStore; readonly upTo: Position; readonly batchSize: number; readonly signal: AbortSignal };

/**
 * A generation that learns the part of the one that serves: first by itself, from the log, then in step with it. What goes wrong
 * here puts it out of step, and is no concern of the view that serves.
 */
export class Understudy implements Companion {
  inStep = false;
  fault: unknown;
  comparison: Comparison | undefined;
  events = 0;

  constructor(readonly writer: ProjectionWriter, readonly definition: RebuildableDefinition, private readonly tenure: Tenure, readonly store: GenerationStore) {}

  /** The right to write it, for whoever goes on with it. */
  get standing(): Tenure {
    return { ...this.tenure, position: this.writer.position };
  }

  /** Takes what the log holds up to a position; answers how many events that were. */
  async catchUp({ eventStore, upTo, batchSize, signal }: CatchUp): Promise<number> {
    const before = this.events;
    for await (const batch of eventStore.readAll({ after: this.writer.position, batchSize })) {
      if (signal.aborted) throw new CalledOff();
      const events = batch.filter(({ position }) => position <= upTo);
      const last = events.at(-1);
      if (last) await this.writer.take(events, 'behind', last.position);
      this.events += events.length;
      if (events.length < batch.length) break;
    }
    if (this.writer.position < upTo) await this.writer.take([], 'behind', upTo);
    await this.writer.settled();
    return this.events - before;
  }

  async follow({ from, events, to, pace }: Step): Promise<void> {
    if (!this.inStep) return;
    if (from !== this.writer.position) this.inStep = false;
    else {
      await this.#keepUp(async () => {
        await this.writer.take(events, pace, to);
        await this.writer.settled();
      });
    }
  }

  async tick(now: Date): Promise<void> {
    if (this.inStep) await this.#keepUp(() => this.writer.tick(now));
  }

  async #keepUp(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      this.fault = fault;
      this.inStep = false;
    }
  }
}
