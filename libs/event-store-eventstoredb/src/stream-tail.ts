import type { RecordedEvent } from '@kring/event-store';

/** A repetition is recognised when no more than this many events came behind it. A household's stream grows by some fifty a year. */
export const rememberedEvents = 256;
/** So many ids are kept of one stream before all but the last are dropped; some 150 bytes each. */
const mostIds = 4_096;

/** `begun`: the stream holds the first `count` of the ids and none of the others. */
export type Found = { readonly kind: 'new' | 'mixed' } | { readonly kind: 'known'; readonly revision: number } | { readonly kind: 'begun'; readonly count: number };

/** The ids at the end of one stream, as far as this process knows. */
export class StreamTail {
  readonly #revisions: Map<string, number>;
  #whole: boolean;
  #last: number;
  #length: number;
  #underWay = 0;

  /** `whole`: these are all events of the stream. */
  constructor(newestFirst: readonly RecordedEvent[], whole: boolean) {
    this.#revisions = new Map(newestFirst.toReversed().map(({ id, revision }) => [id, revision]));
    this.#whole = whole;
    this.#last = newestFirst[0]?.revision ?? -1;
    this.#length = this.#last + 1;
  }

  get last(): number | 'no-stream' {
    return this.#last < 0 ? 'no-stream' : this.#last;
  }

  /** Whether it reaches back far enough to look for so many ids. */
  reachesFor(count: number): boolean {
    return this.#whole || this.#revisions.size >= rememberedEvents + count;
  }

  find(ids: readonly string[]): Found {
    const found = ids.map((id) => this.#revisions.get(id.toLowerCase()));
    if (found.every((one) => one === undefined)) return { kind: 'new' };
    const first = found[0];
    if (first === undefined) return { kind: 'mixed' };
    const other = found.findIndex((one, index) => one !== first + index);
    if (other < 0) return { kind: 'known', revision: first + ids.length - 1 };
    return found.slice(other).every((one) => one === undefined) ? { kind: 'begun', count: other } : { kind: 'mixed' };
  }

  begin(): void {
    this.#underWay += 1;
  }

  stored(ids: readonly string[], revision: number): void {
    ids.forEach((id, index) => this.#revisions.set(id.toLowerCase(), revision - ids.length + 1 + index));
    this.#last = Math.max(this.#last, revision);
    this.#length += ids.length;
  }

  /** False when, with nothing under way any more, the stream has grown by more than this process stored: another one writes to it too. */
  end(): boolean {
    this.#underWay -= 1;
    if (this.#underWay > 0) return true;
    if (this.#revisions.size > mostIds) this.#drop();
    return this.#length === this.#last + 1;
  }

  #drop(): void {
    this.#whole = false;
    for (const id of [...this.#revisions.keys()].slice(0, -2 * rememberedEvents)) this.#revisions.delete(id);
  }
}
