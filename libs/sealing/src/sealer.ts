import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { DataKey, KeyStore } from '@kring/key-store';
import { BoxUnreadable } from './box-unreadable.ts';
import { Nonces, nonceBytes } from './nonces.ts';
import { Subkeys } from './subkeys.ts';
import type { BoxPurpose } from './subkeys.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

const cipher = 'chacha20-poly1305';
const tagBytes = 16;
const version = 1;
const headBytes = 1 + nonceBytes;

/**
 * Seals JSON into boxes: AEAD (ChaCha20-Poly1305, RFC 8439) under a key derived from the subject's data key, bound to what the
 * box belongs to. A box is base64url of version, nonce, ciphertext and tag.
 */
export class Sealer {
  readonly #subkeys = new Subkeys();
  readonly #nonces: Nonces;

  constructor(epoch: number) {
    this.#nonces = new Nonces(epoch);
  }

  /** A sealer whose nonces no other start of any process on this key store has used. */
  static async over(keys: KeyStore): Promise<Sealer> {
    return new Sealer(await keys.epoch());
  }

  /** `boundTo`: what the box belongs to; it opens only where the same is said. */
  seal(key: DataKey, purpose: BoxPurpose, boundTo: string, plain: JsonObject): string {
    const nonce = this.#nonces.next();
    const sealing = createCipheriv(cipher, this.#subkeys.of(key, purpose), nonce, { authTagLength: tagBytes });
    const text = Buffer.from(JSON.stringify(plain), 'utf8');
    sealing.setAAD(Buffer.from(boundTo, 'utf8'), { plaintextLength: text.length });
    const sealed = sealing.update(text);
    sealing.final();
    return Buffer.concat([Buffer.of(version), nonce, sealed, sealing.getAuthTag()]).toString('base64url');
  }

  /** @throws BoxUnreadable when it was not sealed under this key, for this purpose and for this. */
  open(key: DataKey, purpose: BoxPurpose, boundTo: string, box: string): JsonObject {
    const bytes = Buffer.from(box, 'base64url');
    // The decoder passes over what it does not know; a box has one way to be written, so that any change of it is refused.
    if (bytes.length < headBytes + tagBytes || bytes[0] !== version || bytes.toString('base64url') !== box) throw new BoxUnreadable();
    try {
      const opening = createDecipheriv(cipher, this.#subkeys.of(key, purpose), bytes.subarray(1, headBytes), { authTagLength: tagBytes });
      const sealed = bytes.subarray(headBytes, bytes.length - tagBytes);
      opening.setAAD(Buffer.from(boundTo, 'utf8'), { plaintextLength: sealed.length });
      opening.setAuthTag(bytes.subarray(bytes.length - tagBytes));
      const text = Buffer.concat([opening.update(sealed), opening.final()]);
      return JSON.parse(text.toString('utf8')) as JsonObject;
    } catch {
      throw new BoxUnreadable();
    }
  }
}
