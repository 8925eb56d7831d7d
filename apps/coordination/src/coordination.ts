import type { RecordedEvent } from '@kring/event-store';
import { isHubFact, tellsIdentity, type HouseholdEvent } from '@kring/household';
import { householdEventOf, householdIdOf, householdIdsIn, noStep, type ProjectionDefinition, type ProjectionStep, type TimedStep, type ViewReader } from '@kring/projection-runtime';
import type { Actor } from './acting/actor.ts';
import { Round } from './acting/round.ts';
import { collections, entryIn, liveKey, liveRow, upTo } from './agenda/agenda-rows.ts';
import { Clusters } from './agenda/clusters.ts';
import type { Histories } from './history/histories.ts';

const coordinationName = 'coordination';

/** Households that are looked at in one step. */
const defaultPerStep = 25;

type CoordinationDefinitionParts = {
  readonly histories: Histories;
  readonly actor: Actor;
  readonly householdsPerStep?: number;
  readonly postponed: (fault: unknown) => void;
};

type Heard = { readonly event: HouseholdEvent; readonly recorded: RecordedEvent };

/**
 * The hub that acts. An event only puts its household on the agenda; what is due is looked at in the order of its instants once
 * the log has been followed to its end, so nothing is said during a rebuild. A look says what follows before it is struck from
 * the agenda: after a crash it is taken again, finds what was said, and adds nothing.
 */
export class Coordination implements ProjectionDefinition {
  readonly name = coordinationName;
  /** Set to leave what is still due to the next start. */
  stopping = false;
  #live = false;
  #lastRecorded = '';

  constructor(private readonly parts: CoordinationDefinitionParts) {}

  /** The hub's own time, which never lags behind what was recorded. */
  instantOf(now: Date): string {
    const instant = now.toISOString();
    return instant > this.#lastRecorded ? instant : this.#lastRecorded;
  }

  partitionOf(event: RecordedEvent): string {
    return householdIdOf(event) ?? event.stream;
  }

  async apply(batch: readonly RecordedEvent[], read: ViewReader): Promise<ProjectionStep> {
    const heard = batch.flatMap((recorded): readonly Heard[] => {
      const event = householdEventOf(recorded);
      return event ? [{ event, recorded }] : [];
    });
    if (heard.length === 0) return noStep;
    this.parts.histories.trim();
    await this.#lookUpWhetherLive(read);
    const clusters = await Clusters.load([...new Set(heard.flatMap(({ event }) => householdIdsIn(event)))], read);
    for (const one of heard) {
      this.#hear(one, clusters);
      if (!this.#live) reread(one.event, clusters);
    }
    const news = new Map(heard.filter(({ event }) => !isHubFact(event)).map(({ event }) => [clusters.firstIdOf(event.householdId), event.recordedAt] as const));
    if (this.#live) for (const [id, at] of news) clusters.newsAt(id, at);
    return clusters.step([...news.keys()]);
  }

  async tick(now: Date, read: ViewReader): Promise<TimedStep> {
    const until = this.instantOf(now);
    await this.#lookUpWhetherLive(read);
    const perStep = this.parts.householdsPerStep ?? defaultPerStep;
    const due = await read.find(collections.agenda, { upTo: upTo(until), limit: perStep });
    const nowLive = this.#live ? [] : [liveRow];
    this.#live = true;
    if (due.length === 0) return { ...noStep, puts: nowLive, more: false };
    this.parts.histories.trim();
    const keys = due.map(({ key }) => key);
    const clusters = await Clusters.load(keys.map((key) => entryIn(key).firstId), read);
    const { actor, postponed } = this.parts;
    const { firstIds, soonest } = await new Round({ actor, clusters, until, postponed, isStopping: () => this.stopping }).over(keys);
    const step = clusters.step(firstIds);
    const left = firstIds.length < keys.length || keys.length === perStep || (soonest !== null && soonest <= until);
    return { ...step, puts: [...nowLive, ...step.puts], more: left && !this.stopping };
  }

  forget(): void {
    this.#live = false;
    this.parts.histories.forget();
  }

  #hear({ event, recorded }: Heard, clusters: Clusters): void {
    const { histories } = this.parts;
    if (recorded.recordedAt > this.#lastRecorded) this.#lastRecorded = recorded.recordedAt;
    if (clusters.hear(event.householdId, recorded.stream)) histories.begin(event.householdId);
    histories.hear(clusters.firstIdOf(event.householdId), recorded);
    if (!tellsIdentity(event.type)) return;
    const ids = householdIdsIn(event);
    if (ids.length < 2) return;
    for (const id of ids) histories.drop(clusters.firstIdOf(id));
    clusters.unite(ids);
  }

  async #lookUpWhetherLive(read: ViewReader): Promise<void> {
    if (!this.#live) this.#live = (await read.get(collections.state, [liveKey]))[0] !== undefined;
  }
}

const reread = (event: HouseholdEvent, clusters: Clusters): void => {
  if (isHubFact(event)) clusters.rereadFact(event.householdId);
  else clusters.rereadNews(event.householdId, event.recordedAt);
};
