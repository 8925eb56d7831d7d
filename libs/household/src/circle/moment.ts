import type { Instant } from '../time/amsterdam.ts';

/** The instant that a circle is drawn for, and the first later one at which time alone would draw it otherwise. */
export class Moment {
  readonly asOf: Instant;
  private next: Instant = Infinity;

  constructor(asOf: Instant) {
    this.asOf = asOf;
  }

  /** Whether an instant has come. One that has not is remembered: the circle changes then. */
  reached(instant: Instant): boolean {
    if (instant <= this.asOf) return true;
    if (instant < this.next) this.next = instant;
    return false;
  }

  get changesAt(): Instant | null {
    return this.next === Infinity ? null : this.next;
  }
}
