import type { ViewProgress } from '@kring/projection-runtime';

export type Woken = 'changed' | 'quiet' | 'ended';

/** One reader who follows a household. */
export type Watch = {
  /** Settles when the household changed since the last time, when nothing did for `milliseconds`, or when it is over. */
  next(milliseconds: number): Promise<Woken>;
  /** Not to be woken again. */
  end(): void;
};

class HouseholdWatch implements Watch {
  #changed = false;
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(private readonly leave: () => void) {}

  next(milliseconds: number): Promise<Woken> {
    if (this.#ended || this.#changed) return Promise.resolve(this.#take());
    return new Promise((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        this.#wake = undefined;
        resolve(this.#take());
      };
      const timer = setTimeout(settle, milliseconds);
      this.#wake = settle;
    });
  }

  changed(): void {
    this.#changed = true;
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.leave();
    this.#wake?.();
  }

  #take(): Woken {
    if (this.#ended) return 'ended';
    if (!this.#changed) return 'quiet';
    this.#changed = false;
    return 'changed';
  }
}

/** Who follows which household. Many changes while a reader is busy are one to that reader: the newest circle is all that counts. */
export class Watchers {
  readonly #byHousehold = new Map<string, Set<HouseholdWatch>>();
  readonly #stop: () => void;
  #count = 0;

  constructor(progress: Pick<ViewProgress, 'onChange'>, private readonly max: number) {
    this.#stop = progress.onChange(({ touched }) => this.#tell(touched));
  }

  get count(): number {
    return this.#count;
  }

  /** Undefined when there are as many watchers as there may be. */
  watch(householdId: string): Watch | undefined {
    if (this.#count >= this.max) return undefined;
    const watches = this.#byHousehold.get(householdId) ?? new Set();
    const watch = new HouseholdWatch(() => {
      if (!watches.delete(watch)) return;
      this.#count -= 1;
      if (watches.size === 0 && this.#byHousehold.get(householdId) === watches) this.#byHousehold.delete(householdId);
    });
    watches.add(watch);
    this.#byHousehold.set(householdId, watches);
    this.#count += 1;
    return watch;
  }

  close(): void {
    this.#stop();
    for (const watches of [...this.#byHousehold.values()]) for (const watch of [...watches]) watch.end();
  }

  #tell(touched: readonly string[] | null): void {
    for (const householdId of touched ?? this.#byHousehold.keys()) for (const watch of this.#byHousehold.get(householdId) ?? []) watch.changed();
  }
}
