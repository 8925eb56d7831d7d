import type { EventStore, RecordedEvent } from '@kring/event-store';
import type { RulesOfArea } from '@kring/household';
import type { ClusterRow } from '../agenda/agenda-rows.ts';
import { History } from './history.ts';

/** So many events are kept at hand, over all households; those of the households that were longest untouched go first. */
const defaultMaxEvents = 100_000;

export const hubStream = (householdId: string): string => `hub-${householdId}`;

/** The histories of households that had to do with something lately. What is not here is read from the log itself. */
export class Histories {
  /** By the first id of the cluster, in the order in which they were touched. */
  readonly #histories = new Map<string, History>();
  #events = 0;

  constructor(private readonly eventStore: EventStore, private readonly rules: RulesOfArea, private readonly maxEvents = defaultMaxEvents) {}

  /** Of a household that nobody spoke of before, all there is to know comes from here on. */
  begin(id: string): void {
    this.#put(id, new History([id], this.rules));
  }

  /** An event of a household that is at hand; of another it is read when it is needed. */
  hear(firstId: string, event: RecordedEvent): void {
    if (this.#histories.get(firstId)?.add(event)) this.#events += 1;
  }

  /** What is known of a cluster. It may hold events that the feed has yet to bring. */
  async of({ ids, streams }: ClusterRow): Promise<History> {
    const [firstId = ''] = ids;
    const known = this.#histories.get(firstId);
    if (known && known.ids.length === ids.length) {
      this.#put(firstId, known);
      return known;
    }
    const history = new History(ids, this.rules);
    await Promise.all([...new Set([...streams, ...ids.map(hubStream)])].map((stream) => this.#read(history, stream)));
    this.#put(firstId, history);
    return history;
  }

  /** Reads what was added to a stream since the history was read. */
  async refresh(history: History, stream: string): Promise<void> {
    const before = history.size;
    await this.#read(history, stream);
    this.#events += history.size - before;
  }

  /** Lets go of the longest untouched, down to the bound. */
  trim(): void {
    for (const firstId of this.#histories.keys()) {
      if (this.#events <= this.maxEvents) return;
      this.drop(firstId);
    }
  }

  drop(firstId: string): void {
    this.#events -= this.#histories.get(firstId)?.size ?? 0;
    this.#histories.delete(firstId);
  }

  forget(): void {
    this.#histories.clear();
    this.#events = 0;
  }

  async #read(history: History, stream: string): Promise<void> {
    for await (const batch of this.eventStore.readStream(stream, { from: history.revisionOf(stream) + 1 })) {
      for (const event of batch) history.add(event);
    }
  }

  #put(firstId: string, history: History): void {
    this.drop(firstId);
    this.#histories.set(firstId, history);
    this.#events += history.size;
  }
}
