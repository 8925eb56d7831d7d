import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { countOf } from './event-ids.ts';
import { gapBefore, type PageEntry } from './log-file.ts';

/** The pages that the index of streams does not hold yet, by stream and in order. */
export class RecentPages {
  readonly #indexed: StatementSync;
  readonly #behind: StatementSync;
  readonly #pages = new Map<string, PageEntry[]>();
  #trimmed = 0;
  #seen = 0;
  #count = 0;

  constructor(connection: DatabaseSync) {
    this.#indexed = connection.prepare('SELECT position FROM indexed');
    this.#behind = connection.prepare('SELECT position, stream, revision, lower(hex(ids)) AS ids FROM page WHERE position > ? ORDER BY position');
    this.refresh();
  }

  get count(): number {
    return this.#count;
  }

  /** The position of the last event that is known here, indexed or not. */
  get seen(): number {
    return this.#seen;
  }

  of(stream: string): readonly PageEntry[] {
    return this.#pages.get(stream) ?? [];
  }

  streams(): string[] {
    return [...this.#pages.keys()];
  }

  add(stream: string, page: PageEntry): void {
    const pages = this.#pages.get(stream);
    if (pages) pages.push(page);
    else this.#pages.set(stream, [page]);
    this.#seen = page.position + countOf(page) - 1;
    this.#count += 1;
  }

  /** Forgets what is indexed by now, then reads what was written since. */
  refresh(): void {
    const indexed = (this.#indexed.get() as { position: number }).position;
    if (indexed > this.#trimmed) this.#trim(indexed);
    for (const row of this.#behind.iterate(this.#seen) as Iterable<unknown> as Iterable<PageEntry & { readonly stream: string }>) {
      if (row.position !== this.#seen + 1) throw gapBefore(row.position);
      this.add(row.stream, row);
    }
  }

  /** What was seen may not have happened. */
  forget(): void {
    this.#pages.clear();
    this.#count = 0;
    this.#seen = 0;
    this.#trimmed = 0;
    this.refresh();
  }

  #trim(indexed: number): void {
    this.#trimmed = indexed;
    this.#seen = Math.max(this.#seen, indexed);
    for (const [stream, pages] of this.#pages) {
      const kept = pages.filter((page) => page.position > indexed);
      this.#count -= pages.length - kept.length;
      if (kept.length === 0) this.#pages.delete(stream);
      else this.#pages.set(stream, kept);
    }
  }
}
