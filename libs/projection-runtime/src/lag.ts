import type { RecordedEvent } from '@kring/event-store';
import type { Clock } from '@kring/platform';

/** How far the view is behind what is recorded, in milliseconds. */
export class Lag {
  #recordedAt: number | undefined;
  #last = 0;

  constructor(private readonly clock: Clock) {}

  /** The last event of a step became visible. */
  took(event: RecordedEvent | undefined): void {
    if (!event) return;
    this.#recordedAt = Date.parse(event.recordedAt);
    this.#last = this.#since(this.#recordedAt);
  }

  /** While live, how long the last event took; else how far behind the clock the view is. */
  milliseconds(live: boolean): number {
    return live || this.#recordedAt === undefined ? this.#last : this.#since(this.#recordedAt);
  }

  #since(instant: number): number {
    return Math.max(0, this.clock.now().getTime() - instant);
  }
}
