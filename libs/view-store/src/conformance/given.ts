import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { FoundRow, ViewCommit, ViewRow, ViewStore } from '../index.ts';

export type OpenedViewStore = {
  readonly store: ViewStore;
  /** Closes the store and opens it again on the same rows. */
  reopen(): Promise<ViewStore>;
  /** Closes the store, if it is open, and removes its rows. */
  destroy(): Promise<void>;
};

export type OpenViewStore = () => Promise<OpenedViewStore>;

/** One store for the cases of a file; each case uses a projection and a collection of its own. */
export const shared = (open: OpenViewStore): (() => ViewStore) => {
  let opened: OpenedViewStore | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.destroy());
  return () => opened!.store;
};

export const aName = (): string => `n-${randomUUID()}`;

/** The position of the n-th event of a log, as projections see it. */
export const positionAt = (number: number): string => String(number).padStart(16, '0');

export const row = (collection: string, key: string, text = key, terms?: readonly string[]): ViewRow => ({ collection, key, value: Buffer.from(text), terms });

export const textOf = (value: Uint8Array | undefined): string | undefined => value && Buffer.from(value).toString();

export const keysOf = (rows: readonly FoundRow[]): string[] => rows.map(({ key }) => key);

/** A projection that was claimed, to commit steps with. */
export type Owner = { readonly projection: string; readonly epoch: number; commit(step: Partial<ViewCommit>): Promise<void>; put(...rows: ViewRow[]): Promise<void> };

export const anOwner = async (store: ViewStore, projection = aName()): Promise<Owner> => {
  const { epoch } = await store.claim(projection);
  let steps = 0;
  const commit = (step: Partial<ViewCommit>): Promise<void> =>
    store.commit({ projection, epoch, position: positionAt((steps += 1)), puts: [], deletes: [], ...step });
  return { projection, epoch, commit, put: (...puts) => commit({ puts }) };
};

/** What an attempt that must fail fails with. */
export const refusal = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
};
