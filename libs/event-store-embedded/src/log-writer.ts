import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { countOf } from './event-ids.ts';
import { KnownIds } from './known-ids.ts';
import type { AppendOutcome, AppendTask, Standing } from './log-file.ts';
import { sumOf } from './page-sum.ts';
import { RecentPages } from './recent-pages.ts';
import { repetitionOf } from './repetition.ts';
import { StreamIndex } from './stream-index.ts';

/** How many events the streams may have whose ids are known by heart; some 40 bytes each. A household's has some hundreds. */
const knownEvents = 2_000_000;

/** Puts appends into the log; it decides alone what is a repetition and what a conflict. */
export class LogWriter {
  readonly recent: RecentPages;
  readonly #index: StreamIndex;
  readonly #known: KnownIds;
  readonly #insert: StatementSync;
  readonly #lastRecorded: StatementSync;
  #recorded = 0;

  constructor(connection: DatabaseSync) {
    this.recent = new RecentPages(connection);
    this.#index = new StreamIndex(connection, this.recent);
    this.#known = new KnownIds((stream) => this.#index.pages(stream), knownEvents);
    this.#insert = connection.prepare('INSERT INTO page (position, stream, revision, recorded, ids, events, sum) VALUES (?, ?, ?, ?, unhex(?), ?, ?)');
    this.#lastRecorded = connection.prepare('SELECT recorded FROM page ORDER BY position DESC LIMIT 1');
    this.#readClock();
  }

  append(task: AppendTask): AppendOutcome {
    const [stream, expected, , pages] = task;
    const last = this.#index.last(stream);
    const agreed = agrees(expected, last);
    if (pages.length === 0) return agreed ? standsAt(last ?? beforeAny) : actually(last);
    // An append that names the revision it follows is new when the stream stands there, whatever its ids.
    const certain = agreed && (typeof expected === 'number' || last === undefined);
    const repetition = certain ? 'new' : repetitionOf(task, this.#index, this.#known);
    if (typeof repetition === 'object') return standsAt(repetition);
    return agreed && repetition === 'new' ? this.#store(task, (last ?? beforeAny).revision + 1) : actually(last);
  }

  /** The transaction was rolled back. */
  forget(): void {
    this.recent.forget();
    this.#known.clear();
    this.#readClock();
  }

  #store([stream, , recorded, pages]: AppendTask, first: number): AppendOutcome {
    this.#recorded = Math.max(this.#recorded, recorded);
    let revision = first;
    for (const [ids, events] of pages) {
      const position = this.recent.seen + 1;
      this.#insert.run(position, stream, revision, this.#recorded, ids, events, sumOf({ position, stream, revision, recorded: this.#recorded, ids, events }));
      this.recent.add(stream, { position, revision, ids });
      this.#known.add(stream, ids, revision === 0);
      revision += countOf({ ids });
    }
    return [revision - 1, this.recent.seen];
  }

  #readClock(): void {
    this.#recorded = (this.#lastRecorded.get() as { recorded: number } | undefined)?.recorded ?? 0;
  }
}

const beforeAny: Standing = { revision: -1, position: 0 };

const standsAt = ({ revision, position }: Standing): AppendOutcome => [revision, position];

const actually = (last: Standing | undefined): AppendOutcome => [last?.revision ?? 'no-stream'];

const agrees = (expected: AppendTask[1], last: Standing | undefined): boolean => {
  if (expected === 'any') return true;
  if (expected === 'no-stream') return last === undefined;
  if (expected === 'stream-exists') return last !== undefined;
  return last?.revision === expected;
};
