import { afterEach, expect, it, jest } from '@jest/globals';
import { KeyStoreUnavailable, type KeyStore } from '@kring/key-store';
import { DatabaseSync } from 'node:sqlite';
import { aKeyFile } from './testing/a-key-file.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

const keys = aKeyFile();
let store: KeyStore | undefined;

afterEach(async () => {
  await store?.close();
  keys.remove();
});

/** It failed with an error of the adapter's own, and a publisher was told that something unforeseen had happened instead of to try again. */
it('a key store that cannot write says that it is not available', async () => {
  store = await keys.open();
  // What SQLite does on a full disk, it does for a trigger too: it fails the write and nothing else.
  const file = new DatabaseSync(keys.file);
  file.exec("CREATE TRIGGER full BEFORE INSERT ON data_key BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
  await expect(store.obtain(['household:1'])).rejects.toThrow(KeyStoreUnavailable);
  file.exec('DROP TRIGGER full');
  file.close();
  expect((await store.obtain(['household:1'])).size).toBe(1);
});
