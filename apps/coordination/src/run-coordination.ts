import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@kring/event-store';
import { describeError, silentLog, type Clock, type Log } from '@kring/platform';
import { runProjection, type ProjectionHandle, type ProjectionState, type RetryPolicy } from '@kring/projection-runtime';
import type { Regions } from '@kring/regions';
import type { ViewStore } from '@kring/view-store';
import { Actor } from './acting/actor.ts';
import { collections, upTo } from './agenda/agenda-rows.ts';
import { Coordination } from './coordination.ts';
import { Histories } from './history/histories.ts';

export type CoordinationParts = {
  readonly eventStore: EventStore;
  /** Holds what is due and when; may be thrown away. */
  readonly viewStore: ViewStore;
  readonly regions: Pick<Regions, 'rulesFor'>;
  readonly clock: Clock;
  readonly log?: Log;
  /** Told of every event that the hub says, by its type. */
  readonly told?: (type: string) => void;
  /** How long news is left to settle before the hub acts on it, in milliseconds; default 25. */
  readonly settleMs?: number;
  /** How often the hub looks for terms that have run out, in milliseconds; default 1,000. */
  readonly tickMs?: number;
  readonly retry?: RetryPolicy;
  /** Events that are taken from the feed in one step; default 500. */
  readonly batchSize?: number;
  /** Households that are looked at in one step; default 25. */
  readonly householdsPerStep?: number;
  /** Events that are kept at hand, so that the next look at their household needs no reading; default 100,000. */
  readonly maxEventsAtHand?: number;
};

export type RunningCoordination = {
  readonly state: ProjectionState;
  /** Milliseconds from recorded to noticed; see `ProjectionHandle`. */
  readonly lag: number;
  /** How often a household could not be decided on and was put off. */
  readonly postponed: number;
  /** Acts at once on what is due, instead of at the next tick. What a store keeps from being done stays due. */
  act(): Promise<void>;
  /** Settles when everything that is in the log now, and every term that has run out, was acted on. */
  whenCaughtUp(): Promise<void>;
  readonly ended: Promise<void>;
  /** Leaves what is still due to the next start. */
  stop(): Promise<void>;
};

const defaultSettleMs = 25;
/** How long to wait for the feed, and for a store that is away, before looking again. */
const patienceMs = 1_000;
const breathMs = 5;

class Running implements RunningCoordination {
  postponed = 0;
  readonly #definition: Coordination;
  readonly #run: ProjectionHandle;
  #acting: NodeJS.Timeout | undefined;

  constructor(private readonly parts: CoordinationParts) {
    const { eventStore, viewStore, regions, clock, told, log = silentLog, tickMs, retry, batchSize, householdsPerStep, maxEventsAtHand } = parts;
    const rules = (area: string) => regions.rulesFor(area);
    const histories = new Histories(eventStore, rules, maxEventsAtHand);
    const actor = new Actor({ eventStore, histories, rules, now: () => clock.now(), told });
    this.#definition = new Coordination({ histories, actor, householdsPerStep, postponed: (fault) => this.#postpone(fault) });
    this.#run = runProjection(this.#definition, { eventStore, viewStore, clock, log, tickMs, retry, batchSize });
    this.#run.onChange(() => this.#actSoon());
    this.#run.whenCaughtUp().then(() => this.#actSoon(), () => undefined);
  }

  get state(): ProjectionState {
    return this.#run.state;
  }

  get lag(): number {
    return this.#run.lag;
  }

  get ended(): Promise<void> {
    return this.#run.ended;
  }

  act(): Promise<void> {
    return this.#run.tick();
  }

  async whenCaughtUp(): Promise<void> {
    await this.#run.whenCaughtUp();
    for (;;) {
      const head = await this.parts.eventStore.head();
      await this.#run.waitFor(head, patienceMs);
      await this.#run.tick();
      if (this.#run.position >= head && (await this.#nothingIsDue())) return;
      if (this.#definition.stopping) throw new Error('the coordination stopped before it had caught up');
      await delay(breathMs);
    }
  }

  async stop(): Promise<void> {
    this.#definition.stopping = true;
    clearTimeout(this.#acting);
    await this.#run.stop();
  }

  /** News is acted on soon, and all that comes meanwhile with it. Where that fails the next tick tries again. */
  #actSoon(): void {
    if (this.#definition.stopping) return;
    const act = (): void => {
      this.#acting = undefined;
      this.#run.tick().catch(() => undefined);
    };
    this.#acting ??= setTimeout(act, this.parts.settleMs ?? defaultSettleMs).unref();
  }

  async #nothingIsDue(): Promise<boolean> {
    const { viewStore, clock } = this.parts;
    const due = await viewStore.find(collections.agenda, { upTo: upTo(this.#definition.instantOf(clock.now())), limit: 1 });
    return due.length === 0;
  }

  #postpone(fault: unknown): void {
    this.postponed += 1;
    (this.parts.log ?? silentLog).error('a household could not be decided on, and is put off', { error: describeError(fault) });
  }
}

/** Starts the hub that acts: it follows the log, and does by itself what the rules ask of it. */
export const runCoordination = (parts: CoordinationParts): RunningCoordination => new Running(parts);
