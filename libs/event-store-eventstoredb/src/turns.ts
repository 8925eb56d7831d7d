/** Lets one piece of work on a stream have the stream for itself, as far as this process goes. */
export class Turns {
  readonly #taken = new Map<string, Promise<unknown>>();

  taken(stream: string): boolean {
    return this.#taken.has(stream);
  }

  /** Settles when nobody has the stream. */
  async free(stream: string): Promise<void> {
    for (let taken = this.#taken.get(stream); taken; taken = this.#taken.get(stream)) await taken;
  }

  /** Takes a free stream at once, so that whoever comes next finds it taken. */
  async take<T>(stream: string, work: () => Promise<T>): Promise<T> {
    if (this.taken(stream)) await this.free(stream);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#taken.set(stream, promise);
    try {
      return await work();
    } finally {
      this.#taken.delete(stream);
      resolve();
    }
  }
}
