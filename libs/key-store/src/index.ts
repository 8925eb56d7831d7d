export { keyBytes, MasterKey, WrongMasterKey } from './master-key.ts';

/** Whose key: `household:<id>`, `partner:<code>` or `hub:<purpose>`. */
export type KeySubject = string;

/** A data key of 32 bytes. Never log it, never store it outside the key store. */
export type DataKey = { readonly subject: KeySubject; readonly key: Uint8Array };

/**
 * One data key per subject, wrapped by the master key at rest. Destroying a key is erasure (AVG art. 17): whatever
 * was sealed under it is unreadable from then on, everywhere, and the subject never gets another key.
 *
 * - `obtain` creates what is missing and answers once that is durable; it throws `KeyDestroyed`, and creates nothing, when
 *   one of the subjects was destroyed.
 * - `find` leaves out what is absent or destroyed.
 * - `destroy` answers once nothing of the key is left in the store; destroying twice, or what never was, succeeds.
 * - `epoch` is another number at each call, higher than any that any process was given on this store, at most 2^32 - 1: the
 *   ground of unique nonces.
 */
export type KeyStore = {
  obtain(subjects: readonly KeySubject[]): Promise<ReadonlyMap<KeySubject, DataKey>>;
  find(subjects: readonly KeySubject[]): Promise<ReadonlyMap<KeySubject, DataKey>>;
  destroy(subject: KeySubject): Promise<void>;
  epoch(): Promise<number>;
  close(): Promise<void>;
};

/** The key of this subject was destroyed, and everything under it with it. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
  readonly subject: KeySubject;

  constructor(subject: KeySubject) {
    super('the key of this subject was destroyed');
    this.subject = subject;
  }
}

/** The store does not answer now, and may or may not have done what was asked. Asking again does no harm. */
export class KeyStoreUnavailable extends Error {
  override readonly name = 'KeyStoreUnavailable';
}
