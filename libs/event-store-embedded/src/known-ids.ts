import { countOf, fingerprint, type EventIds } from './event-ids.ts';
import type { PageEntry } from './log-file.ts';

/**
 * Tells at once that an id is new to a stream, which nearly all are: a small number per event, for the streams used last.
 * It may be mistaken the other way, so that what seems known is looked up. A stream longer than the bound is not kept.
 */
export class KnownIds {
  readonly #streams = new Map<string, Set<number>>();
  readonly #pagesOf: (stream: string) => Iterable<PageEntry>;
  readonly #limit: number;
  #count = 0;

  constructor(pagesOf: (stream: string) => Iterable<PageEntry>, limit: number) {
    this.#pagesOf = pagesOf;
    this.#limit = limit;
  }

  mayHoldAny(stream: string, ids: EventIds): boolean {
    const known = this.#streams.get(stream) ?? this.#load(stream);
    if (!known) return true;
    this.#streams.delete(stream);
    this.#streams.set(stream, known);
    for (let index = 0; index < countOf({ ids }); index += 1) if (known.has(fingerprint(ids, index))) return true;
    return false;
  }

  /** Events that were stored just now; `first` when they began the stream. */
  add(stream: string, ids: EventIds, first: boolean): void {
    let known = this.#streams.get(stream);
    if (!known && first) this.#streams.set(stream, (known = new Set()));
    if (!known) return;
    this.#count -= known.size;
    for (let index = 0; index < countOf({ ids }); index += 1) known.add(fingerprint(ids, index));
    this.#count += known.size;
    this.#shrink();
  }

  clear(): void {
    this.#streams.clear();
    this.#count = 0;
  }

  #load(stream: string): Set<number> | undefined {
    const known = new Set<number>();
    for (const page of this.#pagesOf(stream)) {
      for (let index = 0; index < countOf(page); index += 1) known.add(fingerprint(page.ids, index));
      if (known.size > this.#limit) return undefined;
    }
    this.#streams.set(stream, known);
    this.#count += known.size;
    this.#shrink();
    return known;
  }

  #shrink(): void {
    while (this.#count > this.#limit) {
      const oldest = this.#streams.entries().next();
      if (oldest.done) return;
      this.#streams.delete(oldest.value[0]);
      this.#count -= oldest.value[1].size;
    }
  }
}
