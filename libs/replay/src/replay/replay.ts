import { remembered } from '../remembered.ts';
import { walk, type Household } from '../walk/walk.ts';
import { entryOf, sentencesOf, type ReplayEntry, type Sight } from './entry.ts';

/** `backwards` begins with what came last. */
export type Order = 'forwards' | 'backwards';

export type ReplayAsked = {
  readonly order: Order;
  /** Goes on behind this place, in the direction of the order: what an earlier page gave as `next`. */
  readonly after?: string | undefined;
  /** Nothing before this position. */
  readonly from?: string | undefined;
  /** Nothing after this instant: how far the replay goes. */
  readonly until: string;
  readonly limit: number;
};

export type ReplayPage = { readonly entries: readonly ReplayEntry[]; readonly next: string | null };

/** Where an entry stands among the others, as text that sorts: an event before what time brought about after it. */
const placeOf = ({ kind, position, recordedAt }: ReplayEntry): string => (kind === 'time' ? `${position} ${recordedAt}` : position);

const positionOf = (place: string): string => place.split(' ')[0] ?? '';

/** Index of the last event up to a position; -1 where there is none. */
const indexUpTo = ({ history }: Household, position: string): number => history.findLastIndex((event) => event.position <= position);

class Replay {
  readonly #sentences;
  readonly #sight: Sight;

  constructor(private readonly household: Household, sight: Sight, private readonly asked: ReplayAsked) {
    this.#sentences = sentencesOf(household);
    this.#sight = { ...sight, circle: remembered(sight.circle) };
  }

  /** Entries from behind the event at this index. */
  *entries(from: number): Generator<ReplayEntry, void> {
    const { from: first = '', until } = this.asked;
    for (const step of walk(this.household, { from, until })) {
      if (step.position < first) continue;
      const entry = entryOf(step, this.#sentences, this.#sight);
      if (entry) yield entry;
    }
  }

  forwards(): ReplayPage {
    const { after, limit, from = '' } = this.asked;
    const start = after === undefined ? indexBefore(this.household, from) : indexUpTo(this.household, positionOf(after)) - 1;
    const found: ReplayEntry[] = [];
    for (const entry of this.entries(Math.max(start, -1))) {
      if (after !== undefined && placeOf(entry) <= after) continue;
      found.push(entry);
      if (found.length > limit) break;
    }
    return pageOf(found, limit);
  }

  /** Starts so many events back that a page is full; further back where not every event is for this reader. */
  backwards(): ReplayPage {
    const { after, limit } = this.asked;
    const last = after === undefined ? this.household.history.length - 1 : indexUpTo(this.household, positionOf(after));
    for (let back = limit + 1; ; back *= 2) {
      const start = Math.max(last - back, -1);
      const found: ReplayEntry[] = [];
      for (const entry of this.entries(start)) {
        if (after !== undefined && placeOf(entry) >= after) break;
        found.push(entry);
        if (found.length > limit + 1) found.shift();
      }
      if (found.length > limit || start === -1) return pageOf(found.toReversed(), limit);
    }
  }
}

/** Index of the last event before a position. */
const indexBefore = ({ history }: Household, position: string): number => history.findLastIndex((event) => event.position < position);

/** One more than the page holds was looked for, to know whether there is a next. */
const pageOf = (found: readonly ReplayEntry[], limit: number): ReplayPage => {
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return { entries, next: last && found.length > limit ? placeOf(last) : null };
};

/** A household event by event, as a reader sees it, page by page in either direction. */
export const replay = (household: Household, sight: Sight, asked: ReplayAsked): ReplayPage => {
  const one = new Replay(household, sight, asked);
  return asked.order === 'forwards' ? one.forwards() : one.backwards();
};
