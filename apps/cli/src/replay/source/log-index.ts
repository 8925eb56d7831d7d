import type { EventStore, RecordedEvent } from '@kring/event-store';
import { beforeTheFirst } from '@kring/event-store';
import type { HouseholdEvent } from '@kring/household';
import { householdEventOf, householdIdsIn } from '@kring/projection-runtime';

const batchSize = 1_000;

/**
 * Which streams tell of which household, and which ids were ever told to be one: what is needed to find a household's history in
 * the log alone. Names of streams are all that is held.
 */
export class LogIndex {
  readonly #streams = new Map<string, Set<string>>();
  readonly #clusters = new Map<string, Set<string>>();

  static async of(store: Pick<EventStore, 'readAll'>): Promise<LogIndex> {
    const index = new LogIndex();
    for await (const events of store.readAll({ after: beforeTheFirst, batchSize })) for (const event of events) index.#take(event);
    return index;
  }

  /** One id of each household. */
  *households(): Generator<string, void> {
    const seen = new Set<Set<string>>();
    for (const id of this.#streams.keys()) {
      const cluster = this.#clusters.get(id);
      if (cluster && seen.has(cluster)) continue;
      if (cluster) seen.add(cluster);
      yield id;
    }
  }

  /** Every event of the household and of those it was ever tied to, in the order of the log. */
  async history(store: Pick<EventStore, 'readStream'>, id: string): Promise<readonly HouseholdEvent[]> {
    const streams = [...(this.#clusters.get(id) ?? [id])].flatMap((one) => [...(this.#streams.get(one) ?? [])]);
    const events: HouseholdEvent[] = [];
    for (const stream of streams) for await (const batch of store.readStream(stream)) events.push(...batch.flatMap((event) => householdEventOf(event) ?? []));
    return events.sort((one, other) => (one.position < other.position ? -1 : 1));
  }

  #take(recorded: RecordedEvent): void {
    const event = householdEventOf(recorded);
    if (!event) return;
    const streams = this.#streams.get(event.householdId) ?? new Set<string>();
    this.#streams.set(event.householdId, streams.add(recorded.stream));
    const ids = householdIdsIn(event);
    if (ids.length > 1) this.#unite(ids);
  }

  #unite(ids: readonly string[]): void {
    const whole = new Set(ids.flatMap((id) => [...(this.#clusters.get(id) ?? [id])]));
    for (const id of whole) this.#clusters.set(id, whole);
  }
}
