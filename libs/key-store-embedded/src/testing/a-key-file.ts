import type { KeyStore } from '@kring/key-store';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedKeyStore, type EmbeddedKeyStoreOptions } from '../embedded-key-store.ts';

export type TestKeyFile = { readonly folder: string; readonly file: string; open(options?: Partial<EmbeddedKeyStoreOptions>): Promise<KeyStore>; remove(): void };

/** A key store in a folder of its own, with a master key of its own. */
export const aKeyFile = (): TestKeyFile => {
  const folder = mkdtempSync(join(tmpdir(), 'kring-keys-'));
  const file = join(folder, 'keys.db');
  const masterKey = randomBytes(32);
  return { folder, file, open: (options) => openEmbeddedKeyStore({ file, masterKey, ...options }), remove: () => rmSync(folder, { recursive: true, force: true }) };
};
