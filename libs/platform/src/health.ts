/** Something that must be right before this process may be sent work. `null`: it is; a text: what is being waited for. */
export type ReadinessCheck = { readonly name: string; readonly check: () => string | null };

/** Whether this process can do its work. Parts add their checks when they are composed. */
export class Readiness {
  private readonly checks: ReadinessCheck[] = [];

  add(name: string, check: () => string | null): void {
    this.checks.push({ name, check });
  }

  report(): { readonly ready: boolean; readonly waiting: readonly { readonly name: string; readonly reason: string }[] } {
    const waiting = this.checks.flatMap(({ name, check }) => {
      const reason = check();
      return reason === null ? [] : [{ name, reason }];
    });
    return { ready: waiting.length === 0, waiting };
  }
}
