import type { FoundRow } from '@kring/view-store';
import type { RebuildableDefinition, RowKey, ViewReader } from '../definition.ts';
import { parkedCollection, type ParkedEvent } from '../parking.ts';
import { byKey } from '../pending-rows.ts';

/** How a row of the new view differs from the serving one. */
export type Difference = RowKey & { readonly is: 'missing' | 'extra' | 'different' };

/** What a comparison found; `count` is the least where there were more than could be kept track of. */
export type Differences = { readonly count: number; readonly atLeast: boolean; readonly first: readonly Difference[] };

export type Compared = { readonly collections: readonly string[]; comparable(collection: string, value: Uint8Array): Uint8Array };

/** Rows of each view that are read at a time: a page takes a turn from the feed, so it is kept to some milliseconds. */
const pageSize = 100;
/** Beyond this many, differing rows are not kept track of one by one any more. */
const mostDifferences = 10_000;
/** So many are told of by name. */
const mostNamed = 20;

type Cursor = { readonly collection: number; readonly after: string | undefined };
const placeOf = ({ collection, key }: RowKey): string => `${collection}\0${key}`;

/**
 * Compares two views that stand at the same position, page by page. Between two pages both may take the same step: rows that
 * it changes and that were compared already are compared again, so at the end it is as if all were compared at one instant.
 */
export class Comparison {
  rows = 0;
  readonly #differing = new Map<string, Difference>();
  readonly #again = new Map<string, RowKey>();
  #exceeded = false;
  #cursor: Cursor = { collection: 0, after: undefined };

  constructor(private readonly what: Compared, private readonly serving: ViewReader, private readonly next: ViewReader) {}

  get differences(): Differences {
    return { count: this.#differing.size, atLeast: this.#exceeded, first: [...this.#differing.values()].slice(0, mostNamed) };
  }

  /** These rows of one of the views were written. */
  changed(rows: readonly RowKey[]): void {
    for (const { collection, key } of rows) if (this.#passed({ collection, key })) this.#again.set(placeOf({ collection, key }), { collection, key });
  }

  /** Compares the next page, and again what was changed since. Answers whether there is more. */
  async page(): Promise<boolean> {
    await this.#comparedAgain();
    const collection = this.what.collections[this.#cursor.collection];
    if (collection === undefined) return false;
    const query = { after: this.#cursor.after, limit: pageSize };
    const [serving, next] = await Promise.all([this.serving.find(collection, query), this.next.find(collection, query)]);
    const end = [serving, next].flatMap((rows) => (rows.length < pageSize ? [] : [rows.at(-1)?.key ?? ''])).sort(byKey)[0];
    const upToEnd = (rows: readonly FoundRow[]) => new Map(rows.filter(({ key }) => end === undefined || byKey(key, end) <= 0).map(({ key, value }) => [key, value]));
    const [former, latter] = [upToEnd(serving), upToEnd(next)];
    for (const key of [...new Set([...former.keys(), ...latter.keys()])].sort()) {
      this.rows += 1;
      this.#judge({ collection, key }, former.get(key), latter.get(key));
    }
    this.#cursor = end === undefined ? { collection: this.#cursor.collection + 1, after: undefined } : { ...this.#cursor, after: end };
    return true;
  }

  /** A last look at all that differed, and at what was changed since. */
  async settle(): Promise<void> {
    this.changed([...this.#differing.values()]);
    await this.#comparedAgain();
  }

  async #comparedAgain(): Promise<void> {
    const rows = [...this.#again.values()];
    this.#again.clear();
    for (const [collection, ofIt] of Map.groupBy(rows, (row) => row.collection)) {
      const keys = ofIt.map(({ key }) => key);
      const [serving, next] = await Promise.all([this.serving.get(collection, keys), this.next.get(collection, keys)]);
      keys.forEach((key, index) => this.#judge({ collection, key }, serving[index], next[index]));
    }
  }

  #passed({ collection, key }: RowKey): boolean {
    const index = this.what.collections.indexOf(collection);
    const { collection: current, after } = this.#cursor;
    return index < current || (index === current && after !== undefined && byKey(key, after) <= 0);
  }

  #judge(row: RowKey, serving: Uint8Array | undefined, next: Uint8Array | undefined): void {
    const place = placeOf(row);
    const is = this.#difference(row.collection, serving, next);
    if (is === null) this.#differing.delete(place);
    else if (this.#differing.has(place) || this.#differing.size < mostDifferences) this.#differing.set(place, { ...row, is });
    else this.#exceeded = true;
  }

  #difference(collection: string, serving: Uint8Array | undefined, next: Uint8Array | undefined): Difference['is'] | null {
    if (!serving || !next) return serving ? 'missing' : next ? 'extra' : null;
    if (Buffer.compare(serving, next) === 0) return null;
    const { comparable } = this.what;
    return Buffer.compare(comparable(collection, serving), comparable(collection, next)) === 0 ? null : 'different';
  }
}

/** When and where in the code an event could not be taken follows from the attempt, not from the event. */
export const comparableOf = ({ name, comparable }: RebuildableDefinition) => (collection: string, value: Uint8Array): Uint8Array => {
  if (collection !== parkedCollection(name)) return comparable?.(collection, value) ?? value;
  const { partition, state, position, eventId } = JSON.parse(Buffer.from(value).toString('utf8')) as ParkedEvent;
  return Buffer.from(JSON.stringify({ partition, state, position, eventId }));
};
