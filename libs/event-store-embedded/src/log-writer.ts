import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { countOf, idBytes, type AppendOutcome, type AppendTask, type Page } from './log-file.ts';

type Found = { readonly revision: number; readonly position: number };
type IdPage = Pick<Page, 'position' | 'revision' | 'ids'>;

/** Puts appends into the log, one transaction at a time; it decides alone what is a repetition and what a conflict. */
export class LogWriter {
  readonly #insert: StatementSync;
  readonly #lastOfStream: StatementSync;
  readonly #lastOfLog: StatementSync;
  readonly #holding: StatementSync;
  #head = 0;
  #recorded = 0;

  constructor(connection: DatabaseSync) {
    this.#insert = connection.prepare('INSERT INTO page (position, stream, revision, recorded, ids, events) VALUES (?, ?, ?, ?, ?, ?)');
    this.#lastOfStream = connection.prepare('SELECT position, revision, ids FROM page WHERE stream = ? ORDER BY revision DESC LIMIT 1');
    this.#lastOfLog = connection.prepare('SELECT position, recorded, ids FROM page ORDER BY position DESC LIMIT 1');
    this.#holding = connection.prepare('SELECT position, revision, ids FROM page WHERE stream = ? AND instr(ids, ?) > 0 ORDER BY revision');
    this.readHead();
  }

  /** Where the log really ends: at the start, and after a transaction that was rolled back. */
  readHead(): void {
    const last = this.#lastOfLog.get() as (Pick<Page, 'position' | 'recorded' | 'ids'>) | undefined;
    this.#head = last ? last.position + countOf(last) - 1 : 0;
    this.#recorded = last?.recorded ?? 0;
  }

  append(task: AppendTask): AppendOutcome {
    const last = this.#last(task.stream);
    if (task.pages.length === 0) return this.#nothing(task, last);
    if (agrees(task.expected, last)) {
      const repeated = typeof task.expected === 'number' || last === undefined ? 'new' : this.#repetition(task);
      if (repeated === 'new') return this.#store(task, last === undefined ? 0 : last.revision + 1);
      if (repeated !== 'partly') return repeated;
    } else {
      const repeated = this.#repetition(task);
      if (typeof repeated === 'object') return repeated;
    }
    return { actual: last?.revision ?? 'no-stream' };
  }

  #nothing({ expected }: AppendTask, last: Found | undefined): AppendOutcome {
    if (!agrees(expected, last)) return { actual: last?.revision ?? 'no-stream' };
    return { revision: last?.revision ?? -1, position: last?.position ?? 0 };
  }

  #store({ stream, pages, recorded }: AppendTask, revision: number): AppendOutcome {
    this.#recorded = Math.max(this.#recorded, recorded);
    let next = revision;
    for (const page of pages) {
      this.#insert.run(this.#head + 1, stream, next, this.#recorded, page.ids, page.events);
      this.#head += countOf(page);
      next += countOf(page);
    }
    return { revision: next - 1, position: this.#head };
  }

  #last(stream: string): Found | undefined {
    const page = this.#lastOfStream.get(stream) as IdPage | undefined;
    return page && { revision: page.revision + countOf(page) - 1, position: page.position + countOf(page) - 1 };
  }

  /** `new`: the stream holds none of the ids. `partly`: some, or all but not as asked now. Else where they were stored the first time. */
  #repetition({ stream, pages, expected }: AppendTask): 'new' | 'partly' | Found {
    const ids = pages.flatMap((page) => Array.from({ length: countOf(page) }, (_, index) => page.ids.subarray(index * idBytes, (index + 1) * idBytes)));
    const found = ids.map((id) => this.#where(stream, id));
    if (found.every((one) => one === undefined)) return 'new';
    const first = found[0];
    if (first === undefined || found.some((one, index) => one?.revision !== first.revision + index)) return 'partly';
    if (typeof expected === 'number' && first.revision !== expected + 1) return 'partly';
    if (expected === 'no-stream' && first.revision !== 0) return 'partly';
    return found.at(-1)!;
  }

  #where(stream: string, id: Uint8Array): Found | undefined {
    for (const page of this.#holding.all(stream, id) as unknown as IdPage[]) {
      for (let index = 0; index < countOf(page); index += 1) {
        if (Buffer.compare(page.ids.subarray(index * idBytes, (index + 1) * idBytes), id) === 0) {
          return { revision: page.revision + index, position: page.position + index };
        }
      }
    }
    return undefined;
  }
}

const agrees = (expected: AppendTask['expected'], last: Found | undefined): boolean => {
  if (expected === 'any') return true;
  if (expected === 'no-stream') return last === undefined;
  if (expected === 'stream-exists') return last !== undefined;
  return last?.revision === expected;
};
