import type { EventStore } from '@kring/event-store';
import type { ViewStore } from '@kring/view-store';

/** The process is gone: from here on nothing it asks for is done. */
export class Crashed extends Error {
  override readonly name = 'Crashed';
}

/** Kills a process at a boundary: before or after an append or a commit. Without a number it only counts them. */
export class Fuse {
  boundaries = 0;
  readonly #blown = Promise.withResolvers<never>();
  #isBlown = false;

  constructor(private readonly blowsAt = Infinity) {
    this.#blown.promise.catch(() => undefined);
  }

  /** Rejects when the fuse blows; never settles otherwise. */
  get blown(): Promise<never> {
    return this.#blown.promise;
  }

  events(store: EventStore): EventStore {
    return this.#guarding(store, 'append');
  }

  views(store: ViewStore): ViewStore {
    return this.#guarding(store, 'commit');
  }

  /** Every call fails once the fuse is blown; around calls of the named method it may blow. */
  #guarding<Store extends object>(store: Store, boundary: keyof Store): Store {
    return new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]): unknown => {
          this.#mustBeAlive();
          return name === boundary ? this.#around(() => method.apply(target, args) as Promise<unknown>) : method.apply(target, args);
        };
      },
    });
  }

  async #around(call: () => Promise<unknown>): Promise<unknown> {
    this.#pass();
    const answer = await call();
    this.#pass();
    return answer;
  }

  #pass(): void {
    this.boundaries += 1;
    if (this.boundaries === this.blowsAt) {
      this.#isBlown = true;
      this.#blown.reject(new Crashed());
    }
    this.#mustBeAlive();
  }

  #mustBeAlive(): void {
    if (this.#isBlown) throw new Crashed();
  }
}
