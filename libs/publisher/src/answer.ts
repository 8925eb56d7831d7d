import { HubRefused, type Problem, type ProblemError } from './problem.ts';

/** A CloudEvent as a publisher sends it; `data` has the shape that `@kring/contracts` gives its `type`. */
export type CloudEvent<Type extends string = string, Data = unknown> = {
  specversion: '1.0';
  id: string;
  source: string;
  type: Type;
  time: string;
  datacontenttype: 'application/json';
  dataschema?: string;
  sequence?: string;
  sequencetype?: 'Integer';
  traceparent?: string;
  data: Data;
};

/** What became of one event. `unresolved` is kept by the hub and applied by itself once the household is known. */
export type PublishResult = {
  id: string | null;
  source: string | null;
  status: 'accepted' | 'duplicate' | 'unresolved' | 'rejected';
  position?: string;
  householdId?: string;
  problem?: Problem;
};

/** The hub's answer, given when what it took is durable. `position` is null when it took nothing. */
export type PublishAnswer = { accepted: number; duplicates: number; rejected: number; position: string | null; results: PublishResult[] };

/** Reads `id` and `source` out of what was sent, so that a result can name its event. */
export type Sent = { readonly count: number; readonly nameOf: (index: number) => { id: string | null; source: string | null } };

/**
 * The hub answers 400 when it rejects every event of a request. To a publisher that is the same as one rejected event among
 * others, so it becomes the same answer.
 *
 * @throws HubRefused when the problem is with the request and not with its events
 */
export const allRejected = (problem: Problem, sent: Sent): PublishAnswer => {
  const perEvent = errorsPerEvent(problem.errors ?? [], sent.count);
  if (problem.status !== 400 || !perEvent) throw new HubRefused(problem);
  const results = perEvent.map((errors, index): PublishResult => ({
    ...sent.nameOf(index),
    status: 'rejected',
    problem: { type: problem.type, title: problem.title, status: 400, detail: errors[0]?.detail ?? problem.detail, errors },
  }));
  return { accepted: 0, duplicates: 0, rejected: sent.count, position: null, results };
};

/**
 * Pointers start with the number of the event; those into a single event may leave it out. The hub lists a bounded number of
 * errors, so an event without one of its own was rejected all the same.
 */
const errorsPerEvent = (errors: readonly ProblemError[], count: number): ProblemError[][] | undefined => {
  if (errors.length === 0) return undefined;
  const perEvent: ProblemError[][] = Array.from({ length: count }, () => []);
  for (const error of errors) {
    const [, number, rest] = /^\/(\d+)(\/.*)?$/.exec(error.pointer) ?? [];
    const own = number === undefined ? (count === 1 && error.pointer !== '' ? perEvent[0] : undefined) : perEvent[Number(number)];
    if (!own) return undefined;
    own.push({ ...error, pointer: number === undefined ? error.pointer : (rest ?? '') });
  }
  return perEvent;
};
