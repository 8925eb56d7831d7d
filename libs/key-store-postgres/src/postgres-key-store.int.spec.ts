import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyDestroyed, KeyStoreUnavailable, WrongMasterKey, type KeyStore, type KeySubject } from '@kring/key-store';
import { randomBytes } from 'node:crypto';
import { onPostgres } from '../../../test/servers/postgres.ts';
import { aKeySchema, type TestKeySchema } from './testing/a-key-schema.ts';

onPostgres('the key store on PostgreSQL', (server) => {
  let keys: TestKeySchema;
  let store: KeyStore;

  beforeEach(async () => {
    keys = aKeySchema(server().url);
    store = await keys.open();
  });

  afterEach(async () => {
    await store.close();
    await keys.remove();
  });

  const boxOf = async (subject: KeySubject): Promise<Buffer> => {
    const [row] = await keys.ask(`SELECT box FROM ${keys.schema}.data_key WHERE subject = $1`, [subject]);
    return row!['box'] as Buffer;
  };

  /** The table as it is on disk. */
  const onDisk = async (): Promise<Buffer> => {
    await keys.ask('CHECKPOINT');
    const [row] = await keys.ask(`SELECT pg_read_binary_file(pg_relation_filepath('${keys.schema}.data_key')) AS bytes`);
    return row!['bytes'] as Buffer;
  };

  it('never writes a key as it is', async () => {
    const { key } = (await store.obtain(['household:1'])).get('household:1')!;
    const bytes = await onDisk();
    expect(bytes.includes(await boxOf('household:1'))).toBe(true);
    expect(bytes.includes(key)).toBe(false);
  });

  it.each([['the first', 0, 20], ['one among others', 7, 20], ['the last', 19, 20], ['the only one', 0, 1]])('leaves no trace of the wrapped key in its table once it is destroyed: %s', async (_, at, count) => {
    const subjects = Array.from({ length: count }, (_one, number) => `household:${number}`);
    for (const subject of subjects) await store.obtain([subject]);
    const box = await boxOf(subjects[at]!);
    expect((await onDisk()).includes(box)).toBe(true);
    await store.destroy(subjects[at]!);
    const bytes = await onDisk();
    for (let from = 0; from + 8 <= box.byteLength; from += 1) expect(bytes.includes(box.subarray(from, from + 8))).toBe(false);
    expect((await store.find(subjects)).size).toBe(count - 1);
  });

  it('refuses another master key, says what to do, and does not harm the keys', async () => {
    await store.obtain(['household:1']);
    await expect(keys.open({ masterKey: randomBytes(32) })).rejects.toThrow(WrongMasterKey);
    await expect(keys.open({ masterKey: randomBytes(32) })).rejects.toThrow('give the key that they were made with');
    await expect(keys.open({ masterKey: randomBytes(31) })).rejects.toThrow('32 bytes');
    expect((await store.find(['household:1'])).size).toBe(1);
  });

  it('does not open a wrapped key that was moved to another subject', async () => {
    await store.obtain(['household:1', 'household:2']);
    await keys.ask(`UPDATE ${keys.schema}.data_key SET box = $1 WHERE subject = 'household:2'`, [await boxOf('household:1')]);
    await expect(store.find(['household:2'])).rejects.toThrow('damaged or moved');
  });

  it('takes no name of a schema that would need quotes', async () => {
    await expect(keys.open({ schema: 'x; DROP SCHEMA public' })).rejects.toThrow(RangeError);
  });

  it('finds nothing under a subject with U+0000, which it cannot keep, and refuses to make it a key', async () => {
    expect((await store.find(['household:\0'])).size).toBe(0);
    await expect(store.obtain(['household:\0'])).rejects.toThrow(RangeError);
    await expect(store.destroy('household:\0')).rejects.toThrow(RangeError);
  });

  it('gives epochs that are not given again when an older copy of the database is put back', async () => {
    await keys.ask(`UPDATE ${keys.schema}.start SET epoch = 5`);
    expect(await store.epoch()).toBeGreaterThanOrEqual(Math.floor(Date.now() / 1_000) - 1);
    await keys.ask(`UPDATE ${keys.schema}.start SET epoch = 4294967290`);
    expect(await store.epoch()).toBe(4_294_967_291);
  });

  describe('used by several processes', () => {
    let other: KeyStore;
    beforeEach(async () => {
      other = await keys.open();
    });
    afterEach(() => other.close());

    it('gives them one key for a new subject, whoever is first', async () => {
      const subjects = Array.from({ length: 30 }, (_, at) => `household:${at}`);
      const made = await Promise.all([store.obtain(subjects), other.obtain(subjects.toReversed()), store.obtain(subjects), other.obtain(subjects)]);
      for (const subject of subjects) expect(new Set(made.map((each) => Buffer.from(each.get(subject)!.key).toString('hex'))).size).toBe(1);
    });

    it('has nobody find a key that one of them destroyed', async () => {
      await store.obtain(['household:1']);
      await other.find(['household:1']);
      await store.destroy('household:1');
      expect((await other.find(['household:1'])).size).toBe(0);
      await expect(other.obtain(['household:1', 'household:2'])).rejects.toThrow(KeyDestroyed);
      expect((await store.find(['household:2'])).size).toBe(0);
    });

    it('never gives two of them the same epoch', async () => {
      const epochs = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? store : other).epoch()));
      expect(new Set(epochs).size).toBe(20);
    });
  });
});

onPostgres('the key store on a PostgreSQL that is killed', (server) => {
  it('is told by one error while it is away, and has every key that it gave', async () => {
    const keys = aKeySchema(server().url);
    const store = await keys.open();
    const before = (await store.obtain(['household:1'])).get('household:1')!;
    await server().kill();
    for (const attempt of [store.obtain(['household:2']), store.find(['household:1']), store.destroy('household:1'), store.epoch()]) {
      await expect(attempt).rejects.toThrow(KeyStoreUnavailable);
    }
    await server().start();
    expect((await store.obtain(['household:1'])).get('household:1')).toEqual(before);
    await store.close();
  }, 60_000);
}, { toKill: true });
