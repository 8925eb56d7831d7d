/**
 * The times at which events are taken: those of the clock, but never earlier than one that was given out or seen. The client
 * sends appends in the order in which they are stamped and the server stores them in that order, so that times rise with
 * positions as long as one process writes.
 */
export class RecordingTimes {
  #last = '';

  constructor(private readonly now: () => Date) {}

  next(): string {
    this.seen(this.now().toISOString());
    return this.#last;
  }

  seen(recordedAt: string): void {
    if (recordedAt > this.#last) this.#last = recordedAt;
  }
}
