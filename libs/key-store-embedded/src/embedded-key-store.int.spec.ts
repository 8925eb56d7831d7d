import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { WrongMasterKey, type KeyStore } from '@kring/key-store';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { aKeyFile, type TestKeyFile } from './testing/a-key-file.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

describe('the embedded key store', () => {
  let keys: TestKeyFile;
  let store: KeyStore;

  beforeEach(async () => {
    keys = aKeyFile();
    store = await keys.open();
  });

  afterEach(async () => {
    await store.close();
    keys.remove();
  });

  /** Every byte that the store has on disk. */
  const onDisk = (): Buffer => Buffer.concat(readdirSync(keys.folder).map((file) => readFileSync(join(keys.folder, file))));

  const boxOf = (subject: string): Uint8Array => {
    const file = new DatabaseSync(keys.file, { readOnly: true });
    const row = file.prepare('SELECT box FROM data_key WHERE subject = ?').get(subject);
    file.close();
    return row!['box'] as Uint8Array;
  };

  it('never writes a key as it is', async () => {
    const { key } = (await store.obtain(['household:1'])).get('household:1')!;
    expect(onDisk().includes(boxOf('household:1'))).toBe(true);
    expect(onDisk().includes(key)).toBe(false);
  });

  it('leaves no trace of the wrapped key on disk once it is destroyed', async () => {
    await store.obtain(['household:1', 'household:2']);
    const box = boxOf('household:1');
    await store.destroy('household:1');
    expect(onDisk().includes(box)).toBe(false);
    expect((await store.find(['household:2'])).size).toBe(1);
  });

  it('refuses another master key, says what to do, and does not harm the file', async () => {
    await store.obtain(['household:1']);
    await store.close();
    await expect(keys.open({ masterKey: randomBytes(32) })).rejects.toThrow(WrongMasterKey);
    await expect(keys.open({ masterKey: randomBytes(32) })).rejects.toThrow('give the key that this file was made with');
    store = await keys.open();
    expect((await store.find(['household:1'])).size).toBe(1);
  });

  it('refuses a master key that is not 32 bytes', async () => {
    await store.close();
    await expect(keys.open({ masterKey: randomBytes(16) })).rejects.toThrow('32 bytes');
  });

  it('does not open a wrapped key that was moved to another subject', async () => {
    await store.obtain(['household:1', 'household:2']);
    await store.close();
    const file = new DatabaseSync(keys.file);
    file.exec(`UPDATE data_key SET box = (SELECT box FROM data_key WHERE subject = 'household:1') WHERE subject = 'household:2'`);
    file.close();
    store = await keys.open();
    await expect(store.find(['household:2'])).rejects.toThrow('damaged or moved');
  });

  it('gives back keys that it no longer has at hand', async () => {
    await store.close();
    store = await keys.open({ cachedKeys: 2 });
    const subjects = Array.from({ length: 10 }, (_, index) => `household:${index}`);
    const made = await store.obtain(subjects);
    const found = await store.find(subjects);
    for (const subject of subjects) expect(Buffer.compare(found.get(subject)!.key, made.get(subject)!.key)).toBe(0);
  });

  it('gives no epoch twice although an older copy of the file is put back', async () => {
    await store.close();
    const copy = readFileSync(keys.file);
    store = await keys.open();
    const before = await store.epoch();
    await store.close();
    writeFileSync(keys.file, copy);
    // A copy is put back after some time, a second at the least.
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_000);
    store = await keys.open();
    expect(await store.epoch()).toBeGreaterThan(before);
    jest.restoreAllMocks();
  });

  it('says that another process holds its file', async () => {
    await expect(keys.open()).rejects.toThrow('another process holds the file');
  });

  it('lets only its owner read the file', () => {
    if (process.platform !== 'win32') expect(statSync(keys.file).mode & 0o777).toBe(0o600);
  });
});
