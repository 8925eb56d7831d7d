import { hkdfSync } from 'node:crypto';
import type { DataKey } from '@kring/key-store';

/** What a box is for. Each has its own key, derived from the data key: who may open one kind cannot open the other by that. */
export type BoxPurpose = 'personal' | 'tokens';

const maxSubkeys = 20_000;

/** Derived keys of recent subjects (HKDF-SHA-256, RFC 5869), at most `maxSubkeys`. */
export class Subkeys {
  readonly #derived = new Map<string, { readonly from: Uint8Array; readonly key: Buffer }>();

  of({ subject, key }: DataKey, purpose: BoxPurpose): Buffer {
    const name = `${purpose}\n${subject}`;
    const known = this.#derived.get(name);
    if (known !== undefined && Buffer.compare(known.from, key) === 0) return known.key;
    const derived = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `kring/box/${purpose}/v1`, 32));
    if (this.#derived.size >= maxSubkeys) this.#derived.delete(this.#derived.keys().next().value ?? name);
    this.#derived.set(name, { from: Uint8Array.from(key), key: derived });
    return derived;
  }
}
