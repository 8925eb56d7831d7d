/** Lets one piece of work on a stream have the stream for itself, as far as this process goes. */
export class Turns {
  readonly #taken = new Map<string, Promise<unknown>>();

  /** Settles when nobody has the stream. */
  async free(stream: string): Promise<void> {
    for (let taken = this.#taken.get(stream); taken; taken = this.#taken.get(stream)) await taken;
  }

  async take<T>(stream: string, work: () => Promise<T>): Promise<T> {
    await this.free(stream);
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
