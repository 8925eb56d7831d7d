import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DataKey, KeyStore, KeySubject } from '../index.ts';

export type OpenedKeyStore = {
  readonly store: KeyStore;
  /** Closes the store and opens it again on the same keys. */
  reopen(): Promise<KeyStore>;
  /** Closes the store, if it is open, and removes its keys. */
  destroy(): Promise<void>;
};

export type OpenKeyStore = () => Promise<OpenedKeyStore>;

/** One store for the cases of a file; each case uses subjects of its own. */
export const shared = (open: OpenKeyStore): (() => KeyStore) => {
  let opened: OpenedKeyStore | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.destroy());
  return () => opened!.store;
};

export const aSubject = (): KeySubject => `household:${randomUUID()}`;

export const hex = (keys: ReadonlyMap<KeySubject, DataKey>, subject: KeySubject): string | undefined => {
  const found = keys.get(subject);
  return found && Buffer.from(found.key).toString('hex');
};

/** The key of one subject, made if need be. */
export const obtained = async (store: KeyStore, subject: KeySubject): Promise<string> => hex(await store.obtain([subject]), subject)!;

/** What an attempt that must fail fails with. */
export const refusal = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
};
