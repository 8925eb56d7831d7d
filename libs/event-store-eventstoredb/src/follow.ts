import { EventStoreUnavailable, type FeedBatch, type Position } from '@kring/event-store';
import type { Log } from '@kring/platform';
import type { Connection } from './connection.ts';
import { faultOf } from './fault.ts';
import { Feed, type Taken } from './feed.ts';
import { Deadline, delayAfter, pause, TookTooLong } from './patience.ts';
import { logPositionOf } from './position.ts';
import type { RecordingTimes } from './recorded-at.ts';

export type Following = {
  readonly connection: Connection;
  readonly times: RecordingTimes;
  readonly after: Position;
  readonly batchSize: number;
  /** Ends it, without an error. */
  readonly signal: AbortSignal;
  /** Breaks it off, with its reason as the error: the store is closed. */
  readonly closed: AbortSignal;
  readonly log?: Log;
};

/**
 * Follows the log over any number of subscriptions: the client's do not come back by themselves. What came is handed over
 * first, then a new one begins behind the last batch that was. It is given up when nothing has come back for `returnMs`, so
 * that an outage is seen by whoever follows.
 *
 * @throws EventStoreUnavailable
 */
export async function* follow(following: Following): AsyncGenerator<FeedBatch, void, undefined> {
  const { connection, signal, closed, log } = following;
  const stop = AbortSignal.any([signal, closed]);
  let position = following.after;
  let caughtUp = false;
  let recordedAt = '';
  let outage: Deadline | undefined;
  logPositionOf(position);
  for (let failures = 0; !stop.aborted; failures += 1) {
    const line = await connection.line();
    const feed = new Feed(line, position, following.batchSize);
    try {
      for (;;) {
        const taken = await nextOf(feed, stop, connection.timeOuts.attemptMs);
        if (!taken) break;
        [outage, failures, position] = [undefined, 0, taken.position];
        // Two processes with clocks of their own, or appends that overtook each other on two connections, may leave times in the log that go back.
        const events = taken.events.map((event) => {
          recordedAt = event.recordedAt < recordedAt ? recordedAt : event.recordedAt;
          return event.recordedAt === recordedAt ? event : { ...event, recordedAt };
        });
        following.times.seen(recordedAt);
        const first: boolean = taken.caughtUp && !caughtUp;
        caughtUp ||= first;
        if (events.length > 0 || first || !taken.caughtUp) yield { events, position, caughtUp: first };
        if (stop.aborted) break;
      }
    } catch (error) {
      outage ??= new Deadline(connection.timeOuts.returnMs);
      connection.noticed(line, error);
      const fault = faultOf(error);
      const why = 'why' in fault ? fault.why : fault.kind;
      if (fault.kind === 'refused' || outage.passed) throw new EventStoreUnavailable(`the event store at ${connection.address.shown} cannot be followed: ${why}`);
      log?.warn('the feed of the event store broke; it is followed on from where it stood', { failures, fault: fault.kind });
    } finally {
      feed.stop();
    }
    await pause(delayAfter(failures), stop);
  }
  if (closed.aborted) throw closed.reason;
}

/** `undefined` when it is to end. @throws what broke the subscription; TookTooLong when the server does not confirm it in time. */
const nextOf = async (feed: Feed, stop: AbortSignal, ms: number): Promise<Taken | undefined> => {
  const confirmation = new Deadline(ms);
  while (!stop.aborted) {
    const taken = feed.take();
    if (taken) return taken;
    await feed.next(stop, feed.confirmed ? Infinity : confirmation.left);
    if (!feed.confirmed && confirmation.passed) throw new TookTooLong(`a subscription was not confirmed within ${ms} ms`);
  }
  return undefined;
};
