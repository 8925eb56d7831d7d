import type { PendingEvent, SeenRow } from './seen.ts';

type Entry = PendingEvent & { readonly resolve: (row: SeenRow) => void; readonly reject: (reason: unknown) => void };

/** Events that were decided and are not yet written down by the follower. A second delivery of one waits for the first. */
export class PendingEvents {
  readonly #entries = new Map<string, Entry>();

  get size(): number {
    return this.#entries.size;
  }

  get(storeId: string): PendingEvent | undefined {
    return this.#entries.get(storeId);
  }

  begin(storeId: string, digest: string): Promise<SeenRow> {
    const { promise, resolve, reject } = Promise.withResolvers<SeenRow>();
    promise.catch(() => undefined);
    this.#entries.set(storeId, { digest, stored: promise, resolve, reject });
    return promise;
  }

  stored(storeId: string, row: SeenRow): void {
    this.#entries.get(storeId)?.resolve(row);
  }

  /** It was not stored; the next delivery starts anew. */
  failed(storeId: string, reason: unknown): void {
    this.#entries.get(storeId)?.reject(reason);
    this.#entries.delete(storeId);
  }

  written(storeId: string): void {
    this.#entries.delete(storeId);
  }
}
