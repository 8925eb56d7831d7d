import { describe, jest } from '@jest/globals';
import { destroying } from './conformance/destroying.ts';
import type { OpenKeyStore } from './conformance/given.ts';
import { lifetime } from './conformance/lifetime.ts';
import { obtaining } from './conformance/obtaining.ts';

export type { OpenedKeyStore, OpenKeyStore } from './conformance/given.ts';

/** A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs. */
const patience = 60_000;

/** What every key store does, whatever keeps its keys. The store that `open` gives may hold keys already. */
export const keyStoreConformance = (name: string, open: OpenKeyStore): void => {
  jest.setTimeout(patience);
  describe(`the key store: ${name}`, () => {
    obtaining(open);
    destroying(open);
    lifetime(open);
  });
};
