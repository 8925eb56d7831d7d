import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The master key that was given does not open this store. */
export class WrongMasterKey extends Error {
  override readonly name = 'WrongMasterKey';
}

export const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const proofSubject = 'proof of the master key';

/**
 * Wraps data keys with AES-256-GCM. A random initialisation vector of 96 bits suffices: NIST SP 800-38D allows 2^32
 * uses of one key with it, and a key is wrapped once, so that is the number of households one store may have.
 */
export class MasterKey {
  readonly #key: Uint8Array;

  constructor(key: Uint8Array) {
    if (key.byteLength !== keyBytes) throw new WrongMasterKey(`a master key is ${keyBytes} bytes, this one is ${key.byteLength}`);
    this.#key = Uint8Array.from(key);
  }

  /** The box only opens for the subject it was made for: a row that is moved to another subject is of no use. */
  wrap(subject: string, key: Uint8Array): Uint8Array {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    cipher.setAAD(Buffer.from(subject));
    return new Uint8Array(Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]));
  }

  unwrap(subject: string, box: Uint8Array): Uint8Array {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, box.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(subject));
    decipher.setAuthTag(box.subarray(-tagBytes));
    const key = decipher.update(box.subarray(ivBytes, -tagBytes));
    try {
      decipher.final();
    } catch {
      throw new Error('a wrapped key does not open: its row was damaged or moved, so restore the key store from its last backup');
    }
    return new Uint8Array(key);
  }

  /** A box by which a store knows the master key again that its keys are wrapped with. */
  proof(): Uint8Array {
    return this.wrap(proofSubject, randomBytes(keyBytes));
  }

  proves(proof: Uint8Array): boolean {
    try {
      this.unwrap(proofSubject, proof);
      return true;
    } catch {
      return false;
    }
  }
}
