import { setImmediate as breath } from 'node:timers/promises';
import type { RecordedEvent } from '@kring/event-store';
import { isHubFact, tellsIdentity, type HouseholdEvent } from '@kring/household';
import { householdEventOf, householdIdsIn, noStep, type ProjectionDefinition, type ProjectionStep, type TimedStep, type ViewReader } from '@kring/projection-runtime';
import { Undecidable, type Actor } from './acting/actor.ts';
import { collections, entryIn, liveKey, liveRow, upTo, type Due } from './agenda/agenda-rows.ts';
import { Clusters } from './agenda/clusters.ts';
import type { Histories } from './history/histories.ts';

export const coordinationName = 'coordination';

/** Households that are looked at in one step. */
const defaultPerStep = 25;
/** A household that cannot be decided on is looked at again after this long. */
const postponedMs = 3_600_000;

export type CoordinationDefinitionParts = {
  readonly histories: Histories;
  readonly actor: Actor;
  readonly householdsPerStep?: number;
  readonly postponed?: (fault: unknown) => void;
};

type Looks = { readonly step: ProjectionStep; readonly looked: number; readonly soonest: string | null };
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
    return householdEventOf(event)?.householdId ?? event.stream;
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
    const { step, looked, soonest } = await this.#lookAt(due.map(({ key }) => key), until, read);
    const left = looked < due.length || due.length === perStep || (soonest !== null && soonest <= until);
    return { ...step, puts: [...nowLive, ...step.puts], more: left && !this.stopping };
  }

  forget(): void {
    this.#live = false;
    this.parts.histories.forget();
  }

  /** Looks at what these entries of the agenda name, until something that was made due meanwhile comes before the next of them. */
  async #lookAt(keys: readonly string[], until: string, read: ViewReader): Promise<Looks> {
    this.parts.histories.trim();
    const entries = keys.map((key) => ({ key, ...entryIn(key) }));
    const clusters = await Clusters.load(entries.map(({ firstId }) => firstId), read);
    let [looked, soonest]: [number, string | null] = [0, null];
    for (const { key, at, firstId } of entries) {
      if (this.stopping || (soonest !== null && soonest < at)) break;
      const next = await this.#look(clusters, firstId, { at, until });
      clusters.strike(key);
      if (next !== undefined) clusters.setDue(firstId, next);
      if (next && (soonest === null || next.at < soonest)) soonest = next.at;
      looked += 1;
      // Whoever publishes or reads meanwhile does not wait for the whole step.
      await breath();
    }
    return { step: clusters.step(entries.slice(0, looked).map(({ firstId }) => firstId)), looked, soonest };
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

  /** When the household is to be looked at next; undefined where this entry of the agenda is not its own any more. */
  async #look(clusters: Clusters, firstId: string, { at, until }: { readonly at: string; readonly until: string }): Promise<Due | null | undefined> {
    if (!clusters.has(firstId) || clusters.of(firstId).due?.at !== at) return undefined;
    try {
      return this.#ahead(await this.parts.actor.act(clusters.of(firstId), at), at);
    } catch (fault) {
      if (!(fault instanceof Undecidable)) throw fault;
      this.parts.postponed?.(fault.cause);
      return { at: later(until), by: 'time' };
    }
  }

  /** What is due lies ahead, or the same look would be taken for ever. */
  #ahead(due: Due | null, at: string): Due | null {
    return due !== null && due.at <= at ? { at: later(at), by: 'time' } : due;
  }

  async #lookUpWhetherLive(read: ViewReader): Promise<void> {
    if (!this.#live) this.#live = (await read.get(collections.state, [liveKey]))[0] !== undefined;
  }
}

const reread = (event: HouseholdEvent, clusters: Clusters): void => {
  if (isHubFact(event)) clusters.rereadFact(event.householdId);
  else clusters.rereadNews(event.householdId, event.recordedAt);
};

const later = (instant: string): string => new Date(Date.parse(instant) + postponedMs).toISOString();
