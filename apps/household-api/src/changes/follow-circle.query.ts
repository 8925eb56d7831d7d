import { Readable } from 'node:stream';
import type { TokenVerifier } from '@kring/access';
import { Problem, problem } from '@kring/platform';
import type { CircleReader } from '../circle/read-circle.query.ts';
import type { HouseholdReading, Look } from '../reading/household-reading.ts';
import { circleMessages } from './circle-messages.ts';
import type { Watchers } from './watchers.ts';

export type FollowCircle = {
  readonly householdId: string;
  readonly lastEventId: string | undefined;
  /** The Authorization header: a stream lasts no longer than the token that opened it. */
  readonly bearer: string | undefined;
  readonly look: Look;
};

export type CircleChangesParts = {
  readonly reading: HouseholdReading;
  readonly circles: CircleReader;
  readonly watchers: Watchers;
  readonly verifier: Pick<TokenVerifier, 'callerOf'>;
  readonly heartbeatMs: number;
};

const retryAfterSeconds = 10;
/** Characters that may wait for a slow reader; meanwhile newer circles take the place of older ones. */
const mostWaiting = 64 * 1024;

/** Circles as they change, each for one reader. */
export class CircleChanges {
  constructor(private readonly parts: CircleChangesParts) {}

  /** @throws Problem 404 as any reading does, 503 when there are too many streams. */
  async follow({ householdId, lastEventId, bearer, look }: FollowCircle): Promise<Readable> {
    const { reading, circles, watchers, verifier, heartbeatMs } = this.parts;
    await reading.see(householdId, look);
    const watch = watchers.watch(householdId);
    if (!watch) throw problem.unavailable('Too many streams are open. Try again in a moment, or ask for the circle.', retryAfterSeconds);
    const token = (bearer ?? '').split(' ')[1] ?? '';
    const messages = circleMessages({
      watch,
      lastEventId,
      heartbeatMs,
      circleAfter: (id) => circles.readAfter(id, householdId, look).catch(goneIsNull),
      mayGoOn: () => verifier.callerOf(token).then(() => true, () => false),
    });
    const stream = Readable.from(messages, { objectMode: false, highWaterMark: mostWaiting });
    stream.once('close', () => watch.end());
    return stream;
  }
}

const goneIsNull = (error: unknown): null => {
  if (error instanceof Problem && error.status === 404) return null;
  throw error;
};
