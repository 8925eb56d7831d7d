import { countOf, fingerprint, type EventIds } from './event-ids.ts';
import type { PageEntry } from './log-file.ts';

/**
 * Tells at once that an id is new to a stream, which nearly all are: a number per event, for the streams used last. It may be
 * mistaken the other way, so that what seems known is looked up. A stream longer than half of the bound is not kept.
 *
 * Streams are kept in two generations. One that is used moves to the young; when the young are too many they become the
 * old, and the old are forgotten.
 */
export class KnownIds {
  readonly #pagesOf: (stream: string) => Iterable<PageEntry>;
  readonly #generation: number;
  #young = new Map<string, Set<number>>();
  #old = new Map<string, Set<number>>();
  #youngCount = 0;

  /** `limit`: how many events are kept at most. */
  constructor(pagesOf: (stream: string) => Iterable<PageEntry>, limit: number) {
    this.#pagesOf = pagesOf;
    this.#generation = limit / 2;
  }

  mayHoldAny(stream: string, ids: EventIds): boolean {
    const known = this.#young.get(stream) ?? this.#keep(stream, this.#old.get(stream) ?? this.#load(stream));
    if (!known) return true;
    for (let index = 0; index < countOf({ ids }); index += 1) if (known.has(fingerprint(ids, index))) return true;
    return false;
  }

  /** Events that were stored just now; `first` when they began the stream. */
  add(stream: string, ids: EventIds, first: boolean): void {
    const known = this.#young.get(stream) ?? this.#keep(stream, first ? new Set() : this.#old.get(stream));
    if (!known) return;
    for (let index = 0; index < countOf({ ids }); index += 1) known.add(fingerprint(ids, index));
    this.#youngCount += countOf({ ids });
    if (this.#youngCount > this.#generation) this.#age();
  }

  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
    this.#youngCount = 0;
  }

  #keep(stream: string, known: Set<number> | undefined): Set<number> | undefined {
    if (!known || known.size > this.#generation) return undefined;
    if (this.#youngCount + known.size > this.#generation) this.#age();
    this.#young.set(stream, known);
    this.#youngCount += known.size;
    return known;
  }

  #age(): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#youngCount = 0;
  }

  #load(stream: string): Set<number> | undefined {
    const known = new Set<number>();
    for (const page of this.#pagesOf(stream)) {
      for (let index = 0; index < countOf(page); index += 1) known.add(fingerprint(page.ids, index));
      if (known.size > this.#generation) return undefined;
    }
    return known;
  }
}
