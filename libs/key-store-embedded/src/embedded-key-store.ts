import { KeyDestroyed, keyBytes, KeyStoreUnavailable, MasterKey, WrongMasterKey } from '@kring/key-store';
import type { DataKey, KeyStore, KeySubject } from '@kring/key-store';
import { BoundedMap, GroupWriter, openForReading, siblingThread, WriteFailed } from '@kring/sqlite';
import { randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { KeyOutcome, KeyTask } from './key-file.ts';

export type EmbeddedKeyStoreOptions = {
  readonly file: string;
  /** 32 bytes, kept apart from the file. */
  readonly masterKey: Uint8Array;
  /** How many keys are kept at hand, unwrapped, in memory. Default 20,000. */
  readonly cachedKeys?: number;
};

const maxWaiting = 16 * 1024 * 1024;
const maxGroup = 1024 * 1024;

/**
 * The key store in one SQLite file.
 *
 * @throws DatabaseUnusable when the file is in use, damaged or not ours.
 * @throws WrongMasterKey when the keys in it were wrapped with another master key.
 */
export const openEmbeddedKeyStore = async ({ file, masterKey, cachedKeys = 20_000 }: EmbeddedKeyStoreOptions): Promise<KeyStore> => {
  const master = new MasterKey(masterKey);
  const writer = await GroupWriter.over<KeyTask, KeyOutcome>(siblingThread(import.meta.url, 'writer.thread', { file }), { maxWaiting, maxGroup });
  try {
    const { proof } = (await writer.submit({ proof: master.proof() }, keyBytes)) as { proof: Uint8Array };
    if (!master.proves(proof)) throw new WrongMasterKey(`the master key does not open ${file}: give the key that this file was made with`);
    return new EmbeddedKeyStore(writer, openForReading(file), master, cachedKeys);
  } catch (error) {
    await writer.close();
    throw error;
  }
};

class EmbeddedKeyStore implements KeyStore {
  readonly #writer: GroupWriter<KeyTask, KeyOutcome>;
  readonly #reader: DatabaseSync;
  readonly #master: MasterKey;
  readonly #select: StatementSync;
  readonly #atHand: BoundedMap<KeySubject, DataKey>;
  #closed = false;

  constructor(writer: GroupWriter<KeyTask, KeyOutcome>, reader: DatabaseSync, master: MasterKey, cachedKeys: number) {
    this.#writer = writer;
    this.#reader = reader;
    this.#master = master;
    this.#select = reader.prepare('SELECT box FROM data_key WHERE subject = ? AND box IS NOT NULL');
    this.#atHand = new BoundedMap(cachedKeys);
  }

  async obtain(subjects: readonly KeySubject[]): Promise<ReadonlyMap<KeySubject, DataKey>> {
    const found = this.#read(subjects);
    const missing = [...new Set(subjects)].filter((subject) => !found.has(subject));
    if (missing.length === 0) return found;
    const create = missing.map((subject) => ({ subject, box: this.#master.wrap(subject, randomBytes(keyBytes)) }));
    const outcome = await this.#submit({ create }, create.length * 128);
    if ('destroyed' in outcome) throw new KeyDestroyed(outcome.destroyed);
    const all = this.#read(subjects);
    // A key may have been destroyed between its making and this reading.
    for (const subject of subjects) if (!all.has(subject)) throw new KeyDestroyed(subject);
    return all;
  }

  async find(subjects: readonly KeySubject[]): Promise<ReadonlyMap<KeySubject, DataKey>> {
    return this.#read(subjects);
  }

  async destroy(subject: KeySubject): Promise<void> {
    await this.#submit({ destroy: subject }, subject.length);
    this.#atHand.delete(subject);
  }

  /**
   * Not lower than the seconds since 1970, so that epochs do not come again when an older copy of the file is put back:
   * the same epoch would give the same nonces to other content. It fits in 32 bits until 2106.
   */
  async epoch(): Promise<number> {
    return ((await this.#submit({ epoch: Math.floor(Date.now() / 1_000) }, 1)) as { epoch: number }).epoch;
  }

  async close(): Promise<void> {
    if (this.#closed) return this.#writer.close();
    this.#closed = true;
    this.#atHand.clear();
    this.#reader.close();
    await this.#writer.close();
  }

  async #submit(task: KeyTask, weight: number): Promise<KeyOutcome> {
    try {
      return await this.#writer.submit(task, weight);
    } catch (error) {
      throw error instanceof WriteFailed ? new KeyStoreUnavailable(error.message) : error;
    }
  }

  /** What is at hand or in the file at this moment; it never waits, so a destroyed key cannot come back in between. */
  #read(subjects: readonly KeySubject[]): Map<KeySubject, DataKey> {
    if (this.#closed) throw new Error('the key store is closed');
    const keys = new Map<KeySubject, DataKey>();
    for (const subject of subjects) {
      const key = this.#atHand.get(subject) ?? this.#unwrapped(subject);
      if (key) keys.set(subject, key);
    }
    return keys;
  }

  #unwrapped(subject: KeySubject): DataKey | undefined {
    const row = this.#select.get(subject) as { box: Uint8Array } | undefined;
    if (!row) return undefined;
    const key = { subject, key: this.#master.unwrap(subject, row.box) };
    this.#atHand.set(subject, key);
    return key;
  }
}
