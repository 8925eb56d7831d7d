import { hkdfSync } from 'node:crypto';
import type { DataKey } from '@kring/key-store';

/** What a box is for. Each has its own key, derived from the data key: who may open one kind cannot open the other by that. */
export type BoxPurpose = 'personal' | 'tokens';

const subkeyBytes = 32;

/**
 * Keys derived from data keys (HKDF-SHA-256, RFC 5869). They are kept exactly as long as the data key itself is: the key
 * store bounds how many it has at hand, and a destroyed key takes its derived keys with it.
 */
export class Subkeys {
  readonly #derived = new WeakMap<DataKey, Map<BoxPurpose, Buffer>>();

  of(key: DataKey, purpose: BoxPurpose): Buffer {
    let derived = this.#derived.get(key);
    if (!derived) this.#derived.set(key, (derived = new Map()));
    let subkey = derived.get(purpose);
    if (!subkey) derived.set(purpose, (subkey = Buffer.from(hkdfSync('sha256', key.key, Buffer.alloc(0), `kring/box/${purpose}/v1`, subkeyBytes))));
    return subkey;
  }
}
