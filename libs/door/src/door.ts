import { beforeTheFirst } from '@kring/event-store';
import type { Position } from '@kring/event-store';
import { problem } from '@kring/platform';
import { runProjection } from '@kring/projection-runtime';
import type { ProjectionHandle, ViewChange } from '@kring/projection-runtime';
import type { Partner } from '@kring/regions';
import { Admission } from './admission.ts';
import type { How } from './admission.ts';
import { IndexFollower } from './follower.ts';
import { IdentityIndex } from './identity-index.ts';
import { PendingEvents } from './pending-events.ts';
import type { DoorParts } from './parts.ts';
import type { Prepared } from './prepare.ts';
import { prepare, rejection } from './prepare.ts';
import type { Arrival, Outcome, Publisher } from './publisher.ts';
import type { SeenRow } from './seen.ts';
import { Turns } from './turns.ts';

/** So many events may be ahead of the written index; past that the door waits for its follower. */
const maxPending = 20_000;
const followerPatienceMs = 10_000;

/**
 * The one way in. Whatever arrives is checked, authorised, brought to its household, sealed and stored, or refused with all
 * that is wrong with it; what is answered as accepted is durable. One door writes to one log at a time.
 */
export class Door {
  readonly index: IdentityIndex;
  readonly #pending = new PendingEvents();
  readonly #turns = new Turns();
  readonly #admission: Admission;
  readonly #follower: IndexFollower;
  readonly #following: ProjectionHandle;
  readonly #listeners = new Set<(keys: readonly string[]) => void>();
  #head: Position = beforeTheFirst;

  private constructor(readonly parts: DoorParts) {
    this.index = new IdentityIndex(parts.viewStore);
    this.#follower = new IndexFollower(parts.keyStore, parts.sealer);
    this.#admission = new Admission(parts, this.index, this.#follower, this.#pending);
    const { eventStore, viewStore, clock, log } = parts;
    this.#following = runProjection(this.#follower, { eventStore, viewStore, clock, log });
    this.#following.onChange((change) => this.#written(change));
  }

  /** Opens once the index holds all of the log: before that a repeated event could not be told from a new one. */
  static async open(parts: DoorParts): Promise<Door> {
    const door = new Door(parts);
    await door.#following.whenCaughtUp();
    return door;
  }

  async close(): Promise<void> {
    await this.#turns.run(async () => undefined);
    await this.#following.stop();
  }

  partner(code: string): Partner {
    const partner = this.parts.regions.partner(code);
    if (partner === undefined) throw problem.forbidden('This account belongs to no partner of this hub.');
    return partner;
  }

  /** One outcome per arrival, in order. Throws when the stores cannot take it: then nothing was promised, and all may be sent again. */
  async admit(publisher: Publisher, arrivals: readonly Arrival[]): Promise<readonly Outcome[]> {
    const partner = this.partner(publisher.partner);
    const { regions, maxEventBytes, tokens, clock } = this.parts;
    const now = clock.now();
    return this.take(publisher, arrivals.map((arrival) => prepare(arrival, partner, now, { regions, maxEventBytes, tokens })), {});
  }

  /** What `admit` does after the checks; for those who have made the events themselves. */
  async take(publisher: Publisher, prepared: readonly Prepared[], how: How): Promise<readonly Outcome[]> {
    if (this.#pending.size > maxPending) await this.#following.waitFor(this.#head, followerPatienceMs);
    if (this.#pending.size > maxPending * 2) throw problem.unavailable('More is coming in than can be taken now. Send it again in a moment.', 2);
    const ready = prepared.flatMap((one) => ('event' in one ? [one] : []));
    const taken = ready.length === 0 ? new Map() : await this.#admitInTurn(publisher, ready, how);
    return prepared.map((one) => ('refused' in one ? rejection(one.id, one.source, one.refused) : (taken.get(one) as Outcome)));
  }

  /** What the door remembers of an event, by the id it is stored under. */
  async seen(storeId: string): Promise<SeenRow | undefined> {
    const pending = this.#pending.get(storeId);
    return pending === undefined ? (await this.#admission.seen([storeId])).get(storeId) : pending.stored;
  }

  /** Reads the index in turn, so that what it answers holds together. */
  consult<T>(tokens: readonly string[], householdIds: readonly string[], ask: (index: IdentityIndex) => T): Promise<T> {
    return this.#turns.run(async () => {
      await this.index.load(tokens, householdIds);
      return ask(this.index);
    });
  }

  /** Tells which keys (tokens, and `h:` with a household id) may lead elsewhere from now on, or are newly waited for. */
  onChangedKeys(listener: (keys: readonly string[]) => void): void {
    this.#listeners.add(listener);
  }

  async #admitInTurn(publisher: Publisher, ready: Parameters<Admission['decide']>[1], how: How): ReturnType<Awaited<ReturnType<Admission['decide']>>> {
    const settle = await this.#turns.run(() => this.#admission.decide(publisher, ready, how));
    const outcomes = await settle();
    for (const { position } of outcomes.values()) if (position !== undefined && position > this.#head) this.#head = position;
    return outcomes;
  }

  #written({ touched }: ViewChange): void {
    if (touched === null) return;
    for (const one of touched) {
      if (!one.startsWith('e:')) continue;
      const storeId = one.slice(2);
      this.#pending.written(storeId);
      this.index.written(storeId);
      this.#follower.forgetEvent(storeId);
    }
    const keys = touched.flatMap((one) => (one.startsWith('k:') ? [one.slice(2)] : []));
    if (keys.length > 0) for (const listener of this.#listeners) listener(keys);
  }
}
