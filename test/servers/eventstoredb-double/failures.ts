/** What goes wrong at the server until it is put right again. All of it can be changed while the double runs. */
export class Failures {
  /** Starting up: takes connections, does nothing yet. */
  notReady = false;
  /** How many of the next appends are refused for want of time, nothing of them stored. */
  timeOutAppends = 0;
  /** How many of the next appends are stored and never answered. */
  withholdAnswers = 0;
  /** How many of the next appends are stored, whereupon the connection breaks before the answer. */
  breakAfterAppends = 0;
  /** How many of the next questions for the server's features fail inside the server. */
  failFeatures = 0;
  /** The server is an old one that appends by the older call only. */
  withoutBatchAppend = false;
  /** The server keeps back confirmations of subscriptions. */
  withholdConfirmations = false;
  /** How many calls were refused because the server was not ready. */
  refused = 0;
  /** How many requests were taken while it was frozen. */
  held = 0;
  #thawed: Promise<void> = Promise.resolve();
  #thaw: (() => void) | undefined;

  /** Takes everything, answers nothing; what was taken is done after the thaw. */
  freeze(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#thawed = promise;
    this.#thaw = resolve;
  }

  thaw(): void {
    this.#thaw?.();
    this.#thaw = undefined;
  }

  get frozen(): boolean {
    return this.#thaw !== undefined;
  }

  whenThawed(): Promise<void> {
    if (this.frozen) this.held += 1;
    return this.#thawed;
  }

  /** True, and counted, while the server is starting. */
  refuses(): boolean {
    if (this.notReady) this.refused += 1;
    return this.notReady;
  }

  /** Uses up one of a counted failure; true where there was one. */
  strikes(which: 'timeOutAppends' | 'withholdAnswers' | 'breakAfterAppends' | 'failFeatures'): boolean {
    if (this[which] === 0) return false;
    this[which] -= 1;
    return true;
  }
}
