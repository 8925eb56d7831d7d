import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { countOf } from './event-ids.ts';
import type { PageEntry, Standing } from './log-file.ts';
import type { RecentPages } from './recent-pages.ts';

/** The pages of each stream: those in the index, then the recent ones. A page may be in both for a while. */
export class StreamIndex {
  readonly #recent: RecentPages;
  readonly #last: StatementSync;
  readonly #all: StatementSync;
  readonly #from: StatementSync;

  constructor(connection: DatabaseSync, recent: RecentPages) {
    const entry = 'SELECT position, revision, lower(hex(ids)) AS ids FROM page_of_stream WHERE stream = ?1';
    this.#recent = recent;
    this.#last = connection.prepare(`${entry} ORDER BY revision DESC LIMIT 1`);
    this.#all = connection.prepare(`${entry} ORDER BY revision`);
    this.#from = connection.prepare(
      `${entry} AND revision >= coalesce((SELECT max(revision) FROM page_of_stream WHERE stream = ?1 AND revision <= ?2), 0) ORDER BY revision`,
    );
  }

  last(stream: string): Standing | undefined {
    const page = this.#recent.of(stream).at(-1) ?? (this.#last.get(stream) as PageEntry | undefined);
    return page && { revision: page.revision + countOf(page) - 1, position: page.position + countOf(page) - 1 };
  }

  *pages(stream: string): Generator<PageEntry> {
    yield* this.#joined(this.#all.iterate(stream) as Iterable<unknown> as Iterable<PageEntry>, stream, 0);
  }

  /** From the page that holds this revision on. */
  *pagesFrom(stream: string, revision: number): Generator<PageEntry> {
    yield* this.#joined(this.#from.iterate(stream, revision) as Iterable<unknown> as Iterable<PageEntry>, stream, revision);
  }

  *#joined(indexed: Iterable<PageEntry>, stream: string, revision: number): Generator<PageEntry> {
    let next = revision;
    for (const page of indexed) {
      next = page.revision + countOf(page);
      yield page;
    }
    for (const page of this.#recent.of(stream)) if (page.revision + countOf(page) > next) yield page;
  }
}
