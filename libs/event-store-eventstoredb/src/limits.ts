/** How long each thing may take, in milliseconds. The client's own deadlines are kept by the server only, so a frozen one would hang every call. */
export type TimeOuts = {
  /** Until the server answers for the first time. */
  readonly openMs: number;
  /** How long an append waits for its place and is tried anew; the last try may take `attemptMs` more. */
  readonly appendMs: number;
  /** One try of it, after which it is not known whether the server took it. */
  readonly attemptMs: number;
  /** A read or a subscription from which nothing comes. */
  readonly readMs: number;
  /** How long a subscription that broke tries to come back before it tells its reader. */
  readonly returnMs: number;
  /** How long a try that timed out may keep its place before the connection is given up. */
  readonly stuckMs: number;
  /** What is under way when the store is closed. */
  readonly closeMs: number;
};

export const usualTimeOuts: TimeOuts = { openMs: 30_000, appendMs: 10_000, attemptMs: 5_000, readMs: 10_000, returnMs: 30_000, stuckMs: 30_000, closeMs: 5_000 };

/** The server's usual limit of one append: ids and positions not counted. */
export const usualMaxAppendBytes = 1024 * 1024;

/** Appends that wait for a place; beyond it they are refused. */
export const maxWaitingAppends = 10_000;

export const usualBatch = 500;
export const largestBatch = 5_000;

export const checkedBatch = (size = usualBatch): number => {
  if (!Number.isInteger(size) || size < 1 || size > largestBatch) throw new RangeError(`a batch holds 1 to ${largestBatch} events`);
  return size;
};
