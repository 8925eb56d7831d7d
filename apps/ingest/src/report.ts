import type { Outcome } from '@kring/door';
import type { ProblemError } from '@kring/platform';
import { problem } from '@kring/platform';

/** Every event of a request is listed up to this many; past it, only those not accepted. */
const listAllUpTo = 1_000;
/** So many that were not accepted are listed at most; their counts are exact in any case. */
const maxListed = 10_000;
const maxErrors = 1_000;

export type Answer = {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly unresolved: number;
  readonly position: string;
  readonly results: readonly Outcome[];
  readonly resultsTruncated: boolean;
};

/** Gathers what became of the events of one request, in bounded memory. */
export class Report {
  #total = 0;
  #accepted = 0;
  #duplicates = 0;
  #rejected = 0;
  #unresolved = 0;
  #position = '';
  #results: Outcome[] = [];
  #truncated = false;
  readonly #errors: ProblemError[] = [];

  /** `pointed`: whether errors point into a list of events, or into the one event of the body. */
  constructor(private readonly pointed: 'list' | 'single') {}

  add(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) this.#addOne(outcome);
  }

  /** Where every event was rejected the answer is a problem with all their errors. `head` stands in where nothing was stored. */
  answer(head: string): Answer {
    if (this.#total > 0 && this.#rejected === this.#total) {
      throw problem.badRequest(this.#total === 1 ? 'The event was rejected; see errors.' : 'Every event was rejected; see errors.', this.#errors);
    }
    return {
      accepted: this.#accepted,
      duplicates: this.#duplicates,
      rejected: this.#rejected,
      unresolved: this.#unresolved,
      position: this.#position === '' ? head : this.#position,
      results: this.#results,
      resultsTruncated: this.#truncated,
    };
  }

  #addOne(outcome: Outcome): void {
    const at = this.#total++;
    if (outcome.status === 'accepted') this.#accepted++;
    if (outcome.status === 'duplicate') this.#duplicates++;
    if (outcome.status === 'unresolved') this.#unresolved++;
    if (outcome.status === 'rejected') this.#reject(outcome, at);
    if (outcome.position !== undefined && outcome.position > this.#position) this.#position = outcome.position;
    this.#list(outcome);
  }

  #reject(outcome: Outcome, at: number): void {
    this.#rejected++;
    const prefix = this.pointed === 'list' ? `/${at}` : '';
    for (const error of outcome.problem?.errors ?? []) {
      if (this.#errors.length < maxErrors) this.#errors.push({ ...error, pointer: `${prefix}${error.pointer}` });
    }
  }

  #list(outcome: Outcome): void {
    if (this.#total === listAllUpTo + 1) this.#results = this.#results.filter((one) => one.status !== 'accepted');
    if (this.#total > listAllUpTo && outcome.status === 'accepted') return;
    if (this.#results.length < maxListed) this.#results.push(outcome);
    else this.#truncated = true;
  }
}
