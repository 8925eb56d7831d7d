import type { RecordedEvent } from '@kring/event-store';
import { CircleFold, HouseholdGraph, isHubFact, tellsIdentity, type CircleAt, type HouseholdEvent, type RulesOfArea } from '@kring/household';
import { householdEventOf } from '@kring/projection-runtime';
import { burstMs } from '../agenda/agenda-rows.ts';

/** A household among the ids of a cluster, under the id that stands for it. */
export type Household = { readonly canonicalId: string; readonly ids: readonly string[] };

/** What the hub said it knew at the instant for which it decided, also where it came to write it down later. */
const asKnown = (event: HouseholdEvent, { metadata }: RecordedEvent): HouseholdEvent => {
  const decidedAt = metadata['decidedAt'];
  return isHubFact(event) && typeof decidedAt === 'string' ? { ...event, recordedAt: decidedAt } : event;
};

/** All that was told of the ids of one cluster, to be asked what was known of its households at any instant. */
export class History {
  readonly #events = new Map<string, HouseholdEvent>();
  readonly #folds = new Map<string, CircleFold>();
  readonly #revisions = new Map<string, number>();
  #lastNews = '';

  constructor(readonly ids: readonly string[], private readonly rules: RulesOfArea) {}

  get size(): number {
    return this.#events.size;
  }

  /** Takes an event into account; one that is there already changes nothing. Answers whether it was new. */
  add(recorded: RecordedEvent): boolean {
    this.#revisions.set(recorded.stream, Math.max(recorded.revision, this.revisionOf(recorded.stream)));
    const told = householdEventOf(recorded);
    if (!told || this.#events.has(told.uuid)) return false;
    const event = asKnown(told, recorded);
    this.#events.set(event.uuid, event);
    if (!isHubFact(event) && event.recordedAt > this.#lastNews) this.#lastNews = event.recordedAt;
    if (tellsIdentity(event.type)) this.#folds.clear();
    for (const fold of this.#folds.values()) fold.apply(event);
    return true;
  }

  /** The revision of the last event of a stream; -1 where it has none. */
  revisionOf(stream: string): number {
    return this.#revisions.get(stream) ?? -1;
  }

  /** The households that the ids were known to be at an instant. */
  householdsAt(at: string): readonly Household[] {
    const [only = ''] = this.ids;
    if (this.ids.length === 1) return [{ canonicalId: only, ids: this.ids }];
    const graph = HouseholdGraph.of(this.#knownAt(at));
    const canonicalIds = new Set(this.ids.map((id) => graph.canonicalOf(id)));
    return [...canonicalIds].map((canonicalId) => ({ canonicalId, ids: graph.aliasesOf(canonicalId) }));
  }

  /** The events of a household that were known at an instant. */
  eventsAt({ ids }: Household, at: string): readonly HouseholdEvent[] {
    return this.#knownAt(at).filter(({ householdId }) => ids.includes(householdId));
  }

  circleAt({ canonicalId }: Household, at: string): CircleAt {
    let fold = this.#folds.get(canonicalId);
    if (!fold) {
      fold = new CircleFold(this.rules, { householdId: canonicalId });
      for (const event of this.#events.values()) fold.apply(event);
      this.#folds.set(canonicalId, fold);
    }
    return fold.at({ asOf: at, knownAt: at });
  }

  /** When the next piece of news after an instant was complete; null where nothing was recorded since. */
  newsAfter(at: string): string | null {
    if (this.#lastNews <= at) return null;
    const later = [...this.#events.values()].filter((event) => !isHubFact(event) && event.recordedAt > at).map(({ recordedAt }) => recordedAt).sort();
    const last = later.findIndex((instant, index) => index + 1 === later.length || Date.parse(later[index + 1] ?? '') - Date.parse(instant) > burstMs);
    return later[last] ?? null;
  }

  #knownAt(at: string): readonly HouseholdEvent[] {
    return [...this.#events.values()].filter(({ recordedAt }) => recordedAt <= at);
  }
}
