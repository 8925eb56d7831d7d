import type { FoundRow, ViewQuery, ViewRow } from '@kring/view-store';
import type { ProjectionStep, RowKey, ViewReader } from './definition.ts';

/** Most rows that a store gives at once, without a prefix and with one. */
const largest = (prefix: string | undefined): number => (prefix ? 10_000 : 1_000);
const defaultLimit = 100;

/** The order of keys in a store: by code point, which is that of their UTF-8 bytes. */
export const byKey = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** A row, or null where it is deleted. */
type Change = ViewRow | null;

/**
 * The rows of a step that is being written, laid over what the store shows: whoever works out the next step meanwhile reads
 * as if the write were done.
 */
export class PendingRows implements ViewReader {
  /** Laid out at the first read: most steps read nothing. */
  #laidOut: ReadonlyMap<string, ReadonlyMap<string, Change>> | undefined;

  /** `written` settles when the store shows the rows itself. */
  constructor(private readonly rows: Pick<ProjectionStep, 'puts' | 'deletes'>, private readonly store: ViewReader, private readonly written: Promise<void>) {}

  async get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    const changes = this.#of(collection);
    const unchanged = changes ? keys.filter((key) => !changes.has(key)) : keys;
    const stored = unchanged.length === 0 ? [] : await this.store.get(collection, unchanged);
    if (!changes) return stored;
    const values = new Map(unchanged.map((key, index) => [key, stored[index]]));
    return keys.map((key) => (changes.has(key) ? changes.get(key)?.value : values.get(key)));
  }

  async find(collection: string, query: ViewQuery): Promise<readonly FoundRow[]> {
    const changes = this.#of(collection);
    if (!changes) return this.store.find(collection, query);
    const { limit = defaultLimit } = query;
    // Each changed row may hide one that is stored, so that many more are asked for; where the store gives no more, the write is waited for.
    if (limit + changes.size > largest(query.prefix)) {
      await this.written;
      return this.store.find(collection, query);
    }
    const stored = await this.store.find(collection, { ...query, limit: limit + changes.size });
    const added = [...changes.values()].filter((row) => row !== null).filter((row) => matches(row, query));
    const rows = [...stored.filter(({ key }) => !changes.has(key)), ...added.map(({ key, value }) => ({ key, value }))];
    return rows.sort((one, other) => byKey(one.key, other.key)).slice(0, limit);
  }

  #of(collection: string): ReadonlyMap<string, Change> | undefined {
    return (this.#laidOut ??= laidOut(this.rows)).get(collection);
  }
}

const laidOut = ({ puts, deletes }: Pick<ProjectionStep, 'puts' | 'deletes'>): ReadonlyMap<string, ReadonlyMap<string, Change>> => {
  const byCollection = new Map<string, Map<string, Change>>();
  const say = ({ collection, key }: RowKey, change: Change): void => {
    let changes = byCollection.get(collection);
    if (!changes) byCollection.set(collection, (changes = new Map()));
    changes.set(key, change);
  };
  for (const row of deletes) say(row, null);
  for (const row of puts) say(row, row);
  return byCollection;
};

export const matches = ({ key, terms: carried = [] }: ViewRow, { prefix = '', terms = [], after, upTo }: ViewQuery): boolean =>
  key.startsWith(prefix) &&
  (after === undefined || byKey(key, after) > 0) &&
  (upTo === undefined || byKey(key, upTo) <= 0) &&
  terms.every((term) => carried.includes(term));
