import type { Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import type { OpenCircle } from '@kring/household';
import { problem } from '@kring/platform';
import type { ViewProgress } from '@kring/projection-runtime';
import type { Boxes } from '@kring/reading';
import type { HouseholdReading, Look } from '../reading/household-reading.ts';
import type { Times } from './circle-query.ts';
import { etagOf, isNamedBy } from './version.ts';

export type ReadCircle = {
  readonly householdId: string;
  readonly caller: Caller;
  readonly purpose: Purpose;
  readonly times: Times | null;
  readonly minPosition: string | undefined;
  readonly ifNoneMatch: string | undefined;
};

/** `json` is null where the reader has this version already. */
export type CircleAnswer = { readonly etag: string; readonly json: string | null };

/** How long a reader may wait for its own writes, in milliseconds. */
const patienceMs = 5_000;
const retryAfterSeconds = 1;

/** One circle, for one reader. */
export class CircleReader {
  constructor(private readonly reading: HouseholdReading, private readonly boxes: Boxes, private readonly progress: ViewProgress) {}

  async read({ householdId, caller, purpose, times, minPosition, ifNoneMatch }: ReadCircle): Promise<CircleAnswer> {
    await this.#caughtUpWith(minPosition);
    const look: Look = { caller, purpose, view: 'circle' };
    const seen = await this.reading.see(householdId, look, times);
    await this.reading.record(look, seen);
    const etag = etagOf(seen.version, seen.circle, times, caller);
    if (isNamedBy(etag, ifNoneMatch)) return { etag, json: null };
    return { etag, json: JSON.stringify(await this.boxes.open<OpenCircle>(seen.circle)) };
  }

  /** The present circle, unless it is the version that the reader has: then that is all that is said. */
  async readAfter(version: string | undefined, householdId: string, look: Look): Promise<{ readonly id: string; readonly json: string } | 'same'> {
    const seen = await this.reading.see(householdId, look);
    if (version !== undefined && seen.version <= version) return 'same';
    await this.reading.record(look, seen);
    return { id: seen.version, json: JSON.stringify(await this.boxes.open<OpenCircle>(seen.circle)) };
  }

  async #caughtUpWith(position: string | undefined): Promise<void> {
    if (position === undefined || (await this.progress.waitFor(position, patienceMs))) return;
    throw problem.unavailable('The view has not caught up with minPosition yet. Ask again in a moment.', retryAfterSeconds);
  }
}
