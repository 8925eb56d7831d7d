import type { Json, JsonObject } from '@kring/event-store';
import type { ProblemBody, ProblemError } from '@kring/platform';

/** Who publishes: a partner by its code, and the person behind the keyboard where there is one. */
export type Publisher = { readonly partner: string; readonly by: string | null };

/** An event as it came in: any JSON at all, or a line that was no JSON. */
export type Arrival = { readonly value: unknown; readonly bytes: number } | { readonly unreadable: ProblemError };

/** What became of an event, in the words of the API. */
export type Outcome = {
  readonly id: string | null;
  readonly source: string | null;
  readonly status: 'accepted' | 'duplicate' | 'unresolved' | 'rejected';
  readonly position?: string;
  readonly householdId?: string;
  readonly problem?: ProblemBody;
};

/** A CloudEvent that passed the checks of the published language. */
export type CheckedEvent = {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly sequence?: string;
  readonly traceparent?: string;
  readonly data: JsonObject & { readonly household: HouseholdReference; readonly occurredAt: string };
};

/** How a publisher names a household: at least one of the three, tried in this order. */
export type HouseholdReference = {
  readonly householdId?: string;
  readonly bsn?: string;
  readonly address?: AddressValue;
};

export type AddressValue = { readonly postcode: string; readonly houseNumber: number; readonly addition?: string | null };

export const isObject = (value: unknown): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);
