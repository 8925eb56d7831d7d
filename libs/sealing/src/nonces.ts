/** Bytes of a nonce, as ChaCha20-Poly1305 and AES-GCM take it (RFC 8439, NIST SP 800-38D). */
export const nonceBytes = 12;
const maxEpoch = 0xffff_ffff;

/**
 * Nonces that never come twice under any key of a key store: the epoch that the key store gave to this start of the process,
 * then a counter. Not random, so that no birthday bound has to be trusted.
 */
export class Nonces {
  #count = 0n;

  constructor(private readonly epoch: number) {
    if (!Number.isInteger(epoch) || epoch < 0 || epoch > maxEpoch) throw new RangeError('an epoch is a whole number of 32 bits');
  }

  next(): Buffer {
    const nonce = Buffer.allocUnsafe(nonceBytes);
    nonce.writeUInt32BE(this.epoch, 0);
    nonce.writeBigUInt64BE(this.#count++, 4);
    return nonce;
  }
}
