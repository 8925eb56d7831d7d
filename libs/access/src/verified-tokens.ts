import { hash } from 'node:crypto';
import type { Caller } from './caller.ts';

type Verified = { readonly caller: Caller; readonly expiresAt: number };

/** How many verified tokens are remembered at most. */
export const mostVerifiedTokens = 10_000;

/** Verifying a signature costs a third of a millisecond, so the result is kept until the token expires. Only a digest of the token is. */
export class VerifiedTokens {
  readonly #verified = new Map<string, Verified>();

  constructor(private readonly most = mostVerifiedTokens) {}

  /** The caller of a token that was verified before and is valid at this instant (milliseconds). */
  get(token: string, now: number): Caller | undefined {
    const key = digestOf(token);
    const verified = this.#verified.get(key);
    if (verified === undefined) return undefined;
    this.#verified.delete(key);
    if (verified.expiresAt <= now) return undefined;
    this.#verified.set(key, verified);
    return verified.caller;
  }

  put(token: string, caller: Caller, expiresAt: number): void {
    this.#verified.set(digestOf(token), { caller, expiresAt });
    for (const leastUsed of this.#verified.keys()) {
      if (this.#verified.size <= this.most) return;
      this.#verified.delete(leastUsed);
    }
  }
}

const digestOf = (token: string): string => hash('sha256', token, 'base64url');
