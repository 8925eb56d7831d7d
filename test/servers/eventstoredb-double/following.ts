import { randomUUID } from 'node:crypto';
import type { status } from '@grpc/grpc-js';
import type { DoubleLog, LoggedEvent } from './double-log.ts';
import type { Failures } from './failures.ts';
import { streams } from './protocol.ts';
import { eventAnswer, send, type ReadAnswer, type ReadCall } from './reading.ts';

type Options = InstanceType<typeof streams.ReadReq.Options>;
export type Following = { readonly log: DoubleLog; readonly failures: Failures; readonly followers: Followers };

type Drop = { readonly code: status; readonly details: string };

/** The subscriptions that are running. */
export class Followers {
  /** Events sent to subscriptions so far. */
  sent = 0;
  readonly #running = new Set<(drop: Drop | null) => void>();

  get count(): number {
    return this.#running.size;
  }

  add(end: (drop: Drop | null) => void): () => void {
    this.#running.add(end);
    return () => void this.#running.delete(end);
  }

  /** Ends all that run: with an error, or in all quietness. */
  drop(drop: Drop | null): void {
    for (const end of [...this.#running]) end(drop);
  }
}

/** How many events of the log are looked at for one checkpoint, unless the subscriber says more. */
const usualWindow = 32;

/** A subscription: confirmation, history, "caught up", live; a checkpoint each time so many events have been looked at. */
export const follow = async (call: ReadCall, options: Options, { log, failures, followers }: Following): Promise<void> => {
  const wanted = wantedBy(options);
  let index = firstAfter(log.events, options);
  let looked = 0;
  let ended = false;
  let caughtUp = false;
  let release = (): void => undefined;
  const leave = followers.add((drop) => {
    ended = true;
    if (drop) call.emit('error', drop);
    else call.end();
    release();
  });
  call.once('cancelled', () => {
    ended = true;
    release();
  });
  if (failures.withholdConfirmations) return;
  await send(call, new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID())));
  while (!ended) {
    await failures.whenThawed();
    const event = log.events[index];
    if (event) {
      index += 1;
      looked += 1;
      if (wanted(event)) {
        followers.sent += 1;
        if (!(await send(call, eventAnswer(event)))) break;
      }
      if (looked % checkpointEvery(options) === 0) await send(call, checkpoint(event));
    } else if (!caughtUp) {
      caughtUp = true;
      await send(call, new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
    } else {
      const growth = log.growth();
      release = growth.release;
      if (log.events.length === index && !ended) await growth.grown;
      growth.release();
    }
  }
  leave();
};

const checkpoint = ({ position }: LoggedEvent): ReadAnswer =>
  new streams.ReadResp().setCheckpoint(new streams.ReadResp.Checkpoint().setCommitPosition(position.toString()).setPreparePosition(position.toString()));

const checkpointEvery = (options: Options): number => {
  const filter = options.getFilter();
  return filter ? (filter.hasMax() ? filter.getMax() : usualWindow) * filter.getCheckpointintervalmultiplier() : Infinity;
};

const wantedBy = (options: Options): ((event: LoggedEvent) => boolean) => {
  const expression = options.getFilter()?.getEventType()?.getRegex();
  if (!expression) return () => true;
  const pattern = new RegExp(expression);
  return ({ type }) => pattern.test(type);
};

/** A subscription begins behind the event that stands where it is told to begin. */
const firstAfter = (events: readonly LoggedEvent[], options: Options): number => {
  const position = options.getAll()?.getPosition();
  if (!position) return 0;
  const commit = BigInt(position.getCommitPosition());
  const index = events.findIndex((event) => event.position > commit);
  return index < 0 ? events.length : index;
};
