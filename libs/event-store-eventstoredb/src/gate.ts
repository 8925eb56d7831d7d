/** Whoever waited did not get in; nothing was done. */
export class NoPlace extends Error {
  override readonly name = 'NoPlace';
}

/** So many are inside at a time, the others wait in the order in which they came. */
export class Gate {
  readonly #waiting = new Set<() => void>();
  #quiet: (() => void) | undefined;
  #inside = 0;
  #shut = false;

  constructor(private readonly width: number, private readonly maxWaiting: number) {}

  /** @throws NoPlace when there was none in time, or when too many wait already. */
  enter(ms: number): Promise<void> {
    if (!this.#shut && this.#inside < this.width && this.#waiting.size === 0) {
      this.#inside += 1;
      return Promise.resolve();
    }
    if (this.#waiting.size >= this.maxWaiting) return Promise.reject(new NoPlace(`${this.maxWaiting} appends wait already`));
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(enter);
        reject(new NoPlace('the event store has not answered the appends before this one'));
      }, Math.max(0, ms));
      this.#waiting.add(enter);
    });
  }

  leave(): void {
    this.#inside -= 1;
    this.#admit();
    if (this.#inside === 0) this.#quiet?.();
  }

  /** Lets nobody in any more; settles when nobody is inside. */
  shut(): Promise<void> {
    this.#shut = true;
    if (this.#inside === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#quiet = resolve;
    });
  }

  open(): void {
    this.#shut = false;
    this.#quiet = undefined;
    this.#admit();
  }

  #admit(): void {
    for (const enter of this.#waiting) {
      if (this.#shut || this.#inside >= this.width) return;
      this.#waiting.delete(enter);
      this.#inside += 1;
      enter();
    }
  }
}
