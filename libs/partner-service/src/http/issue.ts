import type { Caller } from '@kring/access';

/** How a command came in: who sent it, in whose name, and what the sender wants to be sure of. */
export type Issue = {
  readonly partner: string;
  readonly caller: Caller;
  /** `Idempotency-Key`: the same command sent again under it is answered with the first receipt. */
  readonly idempotencyKey: string | null;
  /** `If-Match`: the revisions that the sender's decision may rest on; null where it did not say. */
  readonly ifMatch: readonly number[] | null;
};
