import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { DatabaseUnusable } from './database.ts';
import { describeFault, type Fault } from './fault.ts';
import type { GroupAnswer, OpenAnswer } from './serve-groups.ts';

export type WriterBounds = {
  /** The weight that may wait, in bytes; a task beyond it is refused as `busy`. */
  readonly maxWaiting: number;
  /** The weight of one transaction, in bytes; a single task may be heavier. */
  readonly maxGroup: number;
};

export class WriteFailed extends Error {
  override readonly name = 'WriteFailed';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(describeFault(fault));
    this.fault = fault;
  }
}

type Waiting<Task, Outcome> = { readonly task: Task; readonly weight: number; readonly settle: (outcome: Outcome) => void; readonly fail: (error: Error) => void };

/**
 * The owner's end of a writing thread. While one group is being written, whatever arrives waits and becomes the next:
 * the busier it is, the more share one transaction and one sync.
 */
export class GroupWriter<Task, Outcome> {
  readonly #thread: Worker;
  readonly #bounds: WriterBounds;
  #waiting: Waiting<Task, Outcome>[] = [];
  #weight = 0;
  #writing: readonly Waiting<Task, Outcome>[] = [];
  #scheduled = false;
  #closed: Promise<void> | undefined;
  #ended: Fault | undefined;
  #idle: (() => void) | undefined;

  private constructor(thread: Worker, bounds: WriterBounds) {
    this.#thread = thread;
    this.#bounds = bounds;
    thread.on('message', (answer: GroupAnswer<Outcome>) => this.#answered(answer));
    thread.on('error', (error) => this.#end({ kind: 'other', detail: `the writing thread failed: ${String(error)}` }));
    thread.unref();
    thread.on('exit', () => this.#end({ kind: 'closed', detail: 'the writing thread has ended' }));
  }

  /** @throws DatabaseUnusable when the thread cannot open its file. */
  static async over<Task, Outcome>(thread: Worker, bounds: WriterBounds): Promise<GroupWriter<Task, Outcome>> {
    const [answer] = (await once(thread, 'message')) as [OpenAnswer];
    if ('unopened' in answer) throw new DatabaseUnusable(answer.unopened);
    return new GroupWriter(thread, bounds);
  }

  /** Answers once the task is committed. @throws WriteFailed */
  submit(task: Task, weight: number): Promise<Outcome> {
    if (this.#ended) return Promise.reject(new WriteFailed(this.#ended));
    if (this.#closed) return Promise.reject(new WriteFailed({ kind: 'closed', detail: 'nothing more is taken' }));
    if (this.#weight > 0 && this.#weight + weight > this.#bounds.maxWaiting) {
      return Promise.reject(new WriteFailed({ kind: 'busy', detail: `${this.#waiting.length} writes wait` }));
    }
    return new Promise((settle, fail) => {
      this.#waiting.push({ task, weight, settle, fail });
      this.#weight += weight;
      this.#schedule();
    });
  }

  /** Writes what waits, then lets go of the file. */
  close(): Promise<void> {
    this.#closed ??= this.#drainAndClose();
    return this.#closed;
  }

  async #drainAndClose(): Promise<void> {
    if (this.#ended) return;
    if (this.#waiting.length > 0 || this.#writing.length > 0) await new Promise<void>((idle) => (this.#idle = idle));
    if (this.#ended) return;
    const exit = new Promise<void>((resolve) => this.#thread.once('exit', () => resolve()));
    this.#thread.ref();
    this.#thread.postMessage({ close: true });
    await exit;
  }

  /** Whoever writes in the same turn of the event loop shares the first transaction already. */
  #schedule(): void {
    if (this.#scheduled || this.#writing.length > 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#ended || this.#writing.length > 0 || this.#waiting.length === 0) return;
    let weight = 0;
    let count = 0;
    for (const one of this.#waiting) {
      if (count > 0 && weight + one.weight > this.#bounds.maxGroup) break;
      weight += one.weight;
      count += 1;
    }
    this.#writing = this.#waiting.slice(0, count);
    this.#waiting = this.#waiting.slice(count);
    this.#weight -= weight;
    // An unanswered write keeps the process alive; an idle thread does not.
    this.#thread.ref();
    this.#thread.postMessage({ tasks: this.#writing.map((one) => one.task) });
  }

  #answered(answer: GroupAnswer<Outcome>): void {
    const written = this.#writing;
    this.#writing = [];
    this.#thread.unref();
    if ('outcomes' in answer) written.forEach((one, index) => one.settle(answer.outcomes[index]!));
    else written.forEach((one, index) => settle(one, answer.each[index]!));
    if (this.#waiting.length > 0) this.#schedule();
    else this.#idle?.();
  }

  #end(fault: Fault): void {
    if (this.#ended) return;
    this.#ended = fault;
    this.#writing.forEach((one) => one.fail(new WriteFailed({ kind: 'unsure', detail: fault.detail })));
    this.#waiting.forEach((one) => one.fail(new WriteFailed(fault)));
    this.#writing = [];
    this.#waiting = [];
    this.#idle?.();
  }
}

const settle = <Task, Outcome>(one: Waiting<Task, Outcome>, result: { readonly outcome: Outcome } | { readonly fault: Fault }): void => {
  if ('fault' in result) one.fail(new WriteFailed(result.fault));
  else one.settle(result.outcome);
};
