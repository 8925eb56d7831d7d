import { ProjectionFenced, type ViewStore } from '@kring/view-store';
import { defaultRetry, delayBefore, pause } from '../back-off.ts';
import type { ViewReader } from '../definition.ts';
import { Turns } from '../turns.ts';
import type { Generations } from './generation.ts';

/** Where it is written which generation of each projection serves. */
const collection = 'generation';
const ownerOf = (name: string): string => `${name}.generations`;

/** What is written of the generations of a projection; undefined where it never was rebuilt. */
export const readGenerations = async (view: ViewReader, name: string): Promise<Generations | undefined> => {
  const [bytes] = await view.get(collection, [name]);
  return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as Generations);
};

/**
 * The register of the generations of one projection, in the hands of who owns the projection. It is one row, so that what it
 * says changes at one instant; a later owner fences this one, so that no former owner can change what serves.
 */
export class Register {
  readonly #turns = new Turns();

  private constructor(private readonly store: ViewStore, private readonly name: string, private readonly epoch: number, private written: Generations) {}

  /** Fences whoever had it before, then reads: what a former owner still wrote in time is seen. */
  static async claim(store: ViewStore, name: string, first: Generations): Promise<Register> {
    const { epoch } = await store.claim(ownerOf(name));
    return new Register(store, name, epoch, (await readGenerations(store, name)) ?? first);
  }

  get all(): Generations {
    return this.written;
  }

  /**
   * Changes what is written, in one commit.
   *
   * Where the answer to a commit is lost, the row itself says whether it was taken; it is asked for until the store answers,
   * for nobody may go on with either generation before that is known.
   *
   * @throws ProjectionFenced when a later owner has it; whatever the store threw, when nothing was written.
   */
  change(to: (all: Generations) => Generations, signal: AbortSignal): Promise<void> {
    return this.#turns.take(() => this.#write(to(this.written), signal));
  }

  async #write(next: Generations, signal: AbortSignal): Promise<void> {
    const value = Buffer.from(JSON.stringify(next));
    try {
      await this.store.commit({ projection: ownerOf(this.name), epoch: this.epoch, position: '', puts: [{ collection, key: this.name, value }], deletes: [] });
    } catch (error) {
      if (error instanceof ProjectionFenced || !(await this.#holds(value, signal))) throw error;
    }
    this.written = next;
  }

  async #holds(value: Uint8Array, signal: AbortSignal): Promise<boolean> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const [bytes] = await this.store.get(collection, [this.name]);
        return bytes !== undefined && Buffer.compare(bytes, value) === 0;
      } catch (error) {
        if (signal.aborted) throw error;
        await pause(delayBefore(attempt, defaultRetry), signal);
      }
    }
  }
}
