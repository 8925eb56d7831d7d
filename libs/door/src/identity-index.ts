import type { ViewReader } from '@kring/projection-runtime';
import type { Effect } from './effect.ts';
import { loadRows } from './index-reader.ts';
import { Rows } from './rows.ts';

/** So many rows are kept at hand when nothing pins them. */
const maxRows = 200_000;

/**
 * The door's index as the door itself needs it: what is written down, and on top of it what was decided but not written yet.
 * A row stays at hand until the follower has written every event that changed it.
 */
export class IdentityIndex {
  readonly rows = new Rows();
  readonly #pins = new Map<string, number>();
  readonly #pinnedBy = new Map<string, readonly string[]>();

  constructor(private readonly view: ViewReader) {}

  async load(tokens: Iterable<string>, householdIds: Iterable<string>): Promise<void> {
    this.evict();
    await loadRows(this.rows, this.view, tokens, householdIds);
  }

  /** What the event changes holds from now on, also for the next event of the same request. */
  decide(eventId: string, householdId: string, effect: Effect): void {
    this.rows.apply(householdId, effect);
    this.pin(eventId);
  }

  merge(eventId: string, householdIds: readonly string[]): void {
    this.rows.merge(householdIds);
    this.pin(eventId);
  }

  /** The follower has written this event down. */
  written(eventId: string): void {
    for (const key of this.#pinnedBy.get(eventId) ?? []) {
      const left = (this.#pins.get(key) ?? 1) - 1;
      if (left > 0) this.#pins.set(key, left);
      else this.#pins.delete(key);
    }
    this.#pinnedBy.delete(eventId);
  }

  /** Another process changed these; what is at hand and not pinned is out of date. */
  forget(keys: Iterable<string>): void {
    for (const key of keys) {
      if (this.#pins.has(key)) continue;
      this.rows.tokens.delete(key);
      this.rows.households.delete(key);
    }
  }

  private pin(eventId: string): void {
    const keys = [...this.rows.changedTokens, ...this.rows.changedHouseholds];
    this.rows.changedTokens.clear();
    this.rows.changedHouseholds.clear();
    for (const key of keys) this.#pins.set(key, (this.#pins.get(key) ?? 0) + 1);
    this.#pinnedBy.set(eventId, [...(this.#pinnedBy.get(eventId) ?? []), ...keys]);
  }

  private evict(): void {
    for (const map of [this.rows.tokens, this.rows.households]) {
      if (map.size <= maxRows) continue;
      for (const key of map.keys()) {
        if (map.size <= maxRows / 2) break;
        if (!this.#pins.has(key)) map.delete(key);
      }
    }
  }
}
