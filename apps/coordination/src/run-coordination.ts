import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@kring/event-store';
import { describeError, silentLog, type Clock, type Log } from '@kring/platform';
import { runProjection, type ProjectionState, type RetryPolicy } from '@kring/projection-runtime';
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
  readonly batchSize?: number;
  readonly householdsPerStep?: number;
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
/** How long to wait for the feed before looking again. */
const patienceMs = 1_000;
const breathMs = 5;

/** Starts the hub that acts: it follows the log, and does by itself what the rules ask of it. */
export const runCoordination = (parts: CoordinationParts): RunningCoordination => {
  const { eventStore, viewStore, regions, clock, told, log = silentLog, settleMs = defaultSettleMs, tickMs, retry, batchSize, householdsPerStep, maxEventsAtHand } = parts;
  const rules = (area: string) => regions.rulesFor(area);
  const histories = new Histories(eventStore, rules, maxEventsAtHand);
  const actor = new Actor({ eventStore, histories, rules, now: () => clock.now(), told });
  let putOff = 0;
  const postponed = (fault: unknown): void => {
    putOff += 1;
    log.error('a household could not be decided on, and is put off', { error: describeError(fault) });
  };
  const definition = new Coordination({ histories, actor, householdsPerStep, postponed });
  const run = runProjection(definition, { eventStore, viewStore, clock, log, tickMs, retry, batchSize });

  let acting: NodeJS.Timeout | undefined;
  /** News is acted on soon; where that fails the next tick says so, and tries again. */
  const soon = (): void => {
    if (definition.stopping) return;
    acting ??= setTimeout(() => {
      acting = undefined;
      run.tick().catch(() => undefined);
    }, settleMs).unref();
  };
  run.onChange(soon);
  run.whenCaughtUp().then(soon, () => undefined);

  const isIdle = async (): Promise<boolean> => {
    const due = await viewStore.find(collections.agenda, { upTo: upTo(definition.instantOf(clock.now())), limit: 1 });
    return due.length === 0;
  };
  const whenCaughtUp = async (): Promise<void> => {
    await run.whenCaughtUp();
    for (;;) {
      const head = await eventStore.head();
      await run.waitFor(head, patienceMs);
      await run.tick();
      if (run.position >= head && (await isIdle())) return;
      if (definition.stopping) throw new Error('the coordination stopped before it had caught up');
      await delay(breathMs);
    }
  };

  return {
    get state() {
      return run.state;
    },
    get lag() {
      return run.lag;
    },
    get postponed() {
      return putOff;
    },
    act: () => run.tick(),
    whenCaughtUp,
    ended: run.ended,
    stop: async () => {
      definition.stopping = true;
      clearTimeout(acting);
      await run.stop();
    },
  };
};
