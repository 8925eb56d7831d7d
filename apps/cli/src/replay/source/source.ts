import type { HouseholdEvent } from '@kring/household';
import type { LoggedEvent } from '@kring/reading';
import type { Order, ReplayEntry } from '@kring/replay';

export type HouseholdAsked = { readonly order: Order; readonly from?: string; readonly until?: string };
export type EventsAsked = { readonly stream?: string; readonly from?: string; readonly until?: string };

/** Where history is read from: a hub that runs, or the stores themselves. Personal texts are shown by a hub alone, to whom it may. */
export type ReplaySource = {
  household(id: string, asked: HouseholdAsked): AsyncIterable<ReplayEntry>;
  events(asked: EventsAsked): AsyncIterable<LoggedEvent>;
  /** The ids of all households, each household once. */
  households(): AsyncIterable<string>;
  /** What was told of a household, in the order of the log. */
  history(id: string): Promise<readonly HouseholdEvent[]>;
  close(): Promise<void>;
};
