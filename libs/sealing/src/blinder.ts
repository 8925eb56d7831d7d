import { createHmac } from 'node:crypto';
import type { KeyStore } from '@kring/key-store';
import { canonicalJson } from './canonical-json.ts';
import type { Address } from './normalise.ts';
import { normalAddress, normalBsn, normalName } from './normalise.ts';

/**
 * 128 bits: with a billion tokens, more than the Netherlands will ever need, the chance that any two fall together is below
 * 10⁻²⁰. Who has no key cannot look for a collision, so the birthday bound is not an attack; and half the length of the hash
 * halves the index.
 */
const tokenBytes = 16;
/** Whose key the tokens are made with. A log without it is a log in which nobody is found again. */
export const blindKeySubject = 'hub:blind';

/**
 * Blind tokens: HMAC-SHA-256 under a key of the hub, with a domain for each kind, so that tokens of different kinds never
 * meet and none tells anything to who has no key. A BSN has a billion values: without the key a hash would be no secret.
 * No token is kept: one costs some 3 µs, and a cache would hold BSNs and names in memory.
 */
export class Blinder {
  readonly #key: Buffer;

  constructor(key: Uint8Array) {
    this.#key = Buffer.from(key);
  }

  static async over(keys: KeyStore): Promise<Blinder> {
    const found = (await keys.obtain([blindKeySubject])).get(blindKeySubject);
    if (found === undefined) throw new Error('the key store gave no key for blind tokens');
    return new Blinder(found.key);
  }

  bsn(bsn: string): string {
    return this.#token('bsn', normalBsn(bsn));
  }

  address(address: Address): string {
    return this.#token('address', normalAddress(address));
  }

  /** `birthDate` as YYYY-MM-DD, or empty where it is not known. */
  person(name: string, birthDate: string): string {
    return this.#token('person', `${normalName(name)}|${birthDate}`);
  }

  /** The same for the same content, whatever the order of its fields. */
  digest(json: unknown): string {
    return this.#token('digest', canonicalJson(json));
  }

  #token(domain: string, text: string): string {
    return createHmac('sha256', this.#key).update(`kring/${domain}/v1\0${text}`).digest().subarray(0, tokenBytes).toString('base64url');
  }
}
