import type { RecordedEvent } from '@kring/event-store';
import type { FoundRow, ViewRow } from '@kring/view-store';
import type { RowKey, ViewReader } from './definition.ts';

/**
 * An event that a projection could not take (`poisoned`), or that waits in order behind such an event of its partition
 * (`behind`). It stays in the log as it is; this row says where, and why.
 */
export type ParkedEvent = {
  readonly partition: string;
  readonly state: 'poisoned' | 'behind';
  readonly stream: string;
  /** Null where it was found out later that the event cannot be taken: it is looked up in its stream by its id. */
  readonly revision: number | null;
  readonly position: string;
  readonly type: string;
  readonly eventId: string;
  /** Name of the error and where it was thrown; never its message, which may quote a value. */
  readonly reason: string | null;
  readonly parkedAt: string;
};

export const parkedCollection = (projection: string): string => `parked.${projection}`;

/** Rows that are read at a time when the parked partitions are looked up. */
const pageSize = 1_000;
const keyOf = (partition: string, position: string): string => `${partition}/${position}`;

export const parkedEventOf = (row: FoundRow): ParkedEvent => JSON.parse(Buffer.from(row.value).toString('utf8')) as ParkedEvent;

/** What is to be known of an event to park it. */
export type Parkable = Pick<RecordedEvent, 'id' | 'stream' | 'position' | 'type'> & { readonly revision: number | null };

/** A page of parked events; `next` is where the following page starts, null on the last. */
export type ParkedPage = { readonly parked: readonly ParkedEvent[]; readonly next: string | null };

/** Which partitions of one projection are parked. The rows in the view are the truth; the set is their index in memory. */
export class Parking {
  readonly #partitions = new Set<string>();
  readonly #collection: string;

  constructor(projection: string) {
    this.#collection = parkedCollection(projection);
  }

  get partitions(): readonly string[] {
    return [...this.#partitions];
  }

  get isEmpty(): boolean {
    return this.#partitions.size === 0;
  }

  has(partition: string): boolean {
    return this.#partitions.has(partition);
  }

  async load(read: ViewReader): Promise<void> {
    this.#partitions.clear();
    for (let after: string | undefined; ; ) {
      const rows = await read.find(this.#collection, { after, limit: pageSize });
      for (const row of rows) this.#partitions.add(parkedEventOf(row).partition);
      if (rows.length < pageSize) return;
      after = rows.at(-1)?.key;
    }
  }

  /** The events that wait in one partition, oldest first, at most `limit`. */
  async of(partition: string, read: ViewReader, limit: number): Promise<readonly ParkedEvent[]> {
    const rows = await read.find(this.#collection, { prefix: `${partition}/`, limit });
    return rows.map(parkedEventOf);
  }

  /** Parked events of all partitions, partition by partition and in each oldest first. */
  async page(read: ViewReader, { after, limit }: { readonly after?: string; readonly limit: number }): Promise<ParkedPage> {
    const rows = await read.find(this.#collection, { after, limit });
    return { parked: rows.map(parkedEventOf), next: rows.length < limit ? null : (rows.at(-1)?.key ?? null) };
  }

  rowOf(event: Parkable, facts: Pick<ParkedEvent, 'partition' | 'state' | 'reason' | 'parkedAt'>): ViewRow {
    const { stream, revision, position, type, id } = event;
    const parked: ParkedEvent = { ...facts, stream, revision, position, type, eventId: id };
    return { collection: this.#collection, key: keyOf(facts.partition, position), value: Buffer.from(JSON.stringify(parked)), terms: [`state=${facts.state}`] };
  }

  keyOf(parked: Pick<ParkedEvent, 'partition' | 'position'>): RowKey {
    return { collection: this.#collection, key: keyOf(parked.partition, parked.position) };
  }

  close(partition: string): void {
    this.#partitions.add(partition);
  }

  open(partition: string): void {
    this.#partitions.delete(partition);
  }
}
