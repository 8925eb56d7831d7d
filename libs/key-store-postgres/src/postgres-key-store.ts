import { KeyDestroyed, keyBytes, KeyStoreUnavailable, MasterKey, WrongMasterKey } from '@kring/key-store';
import type { DataKey, KeyStore, KeySubject } from '@kring/key-store';
import { Database, type Bounds, type Row } from '@kring/postgres';
import { randomBytes } from 'node:crypto';
import { keyMigrations } from './schema.ts';

export type PostgresKeyStoreOptions = Bounds & {
  /** `postgres://user:password@host:5432/database`, with any option of a connection string behind it. */
  readonly connectionString: string;
  /** Where the tables are. Made when it is not there. Default `kring_keys`. */
  readonly schema?: string;
  /** 32 bytes, kept apart from the database and its copies. */
  readonly masterKey: Uint8Array;
};

/** `box` is the wrapped key; of one that was destroyed, something of the same size. */
type KeyRow = Row & { readonly subject: KeySubject; readonly box: Uint8Array; readonly destroyed: boolean };

const unavailable = (cause: unknown): KeyStoreUnavailable => new KeyStoreUnavailable('the key store does not answer', { cause });

/**
 * The key store on PostgreSQL.
 *
 * @throws DatabaseUnusable when the database is not there, not ours to write, or made by a later release.
 * @throws WrongMasterKey when the keys in it were wrapped with another master key.
 */
export const openPostgresKeyStore = async ({ connectionString, schema = 'kring_keys', masterKey, ...bounds }: PostgresKeyStoreOptions): Promise<KeyStore> => {
  const master = new MasterKey(masterKey);
  const database = await Database.open({ connectionString, bounds, migrations: keyMigrations(schema), unavailable });
  try {
    await database.ask(`INSERT INTO ${schema}.start (proof) VALUES ($1) ON CONFLICT DO NOTHING`, [master.proof()]);
    const [start] = await database.ask<{ proof: Uint8Array }>(`SELECT proof FROM ${schema}.start`, []);
    if (!master.proves(start!.proof)) throw new WrongMasterKey(`the master key does not open the keys in ${schema}: give the key that they were made with`);
    return new PostgresKeyStore(database, schema, master);
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** No key is kept at hand: it may be destroyed by another process, and from then on nobody may have it from here. */
class PostgresKeyStore implements KeyStore {
  constructor(private readonly database: Database, private readonly schema: string, private readonly master: MasterKey) {}

  async obtain(subjects: readonly KeySubject[]): Promise<ReadonlyMap<KeySubject, DataKey>> {
    const found = await this.find(subjects);
    // In one order: two that make keys for the same subjects must not wait for each other.
    const missing = [...new Set(subjects)].filter((subject) => !found.has(subject)).sort();
    if (missing.length === 0) return found;
    if (missing.some(unkeepable)) throw new RangeError('a subject with the character U+0000 cannot be kept');
    const boxes = missing.map((subject) => this.#fresh(subject));
    const made = await this.database.ask<KeyRow>(`SELECT subject, box, destroyed FROM ${this.schema}.obtain_keys($1, $2)`, [missing, boxes]);
    const gone = made.find(({ destroyed }) => destroyed);
    if (gone) throw new KeyDestroyed(gone.subject);
    return new Map([...found, ...this.#unwrapped(made)]);
  }

  async find(subjects: readonly KeySubject[]): Promise<ReadonlyMap<KeySubject, DataKey>> {
    const kept = subjects.filter((subject) => !unkeepable(subject));
    const rows = await this.database.ask<KeyRow>(`SELECT subject, box FROM ${this.schema}.data_key WHERE subject = ANY ($1) AND NOT destroyed`, [kept]);
    return new Map(this.#unwrapped(rows));
  }

  /**
   * The row is written anew with another box of the same size, and then its old version is cleared away: what lies below it on its
   * page, at least the new version, is moved over it. Freezing makes it wait for a page that is being read, which it would else
   * pass over. The log that PostgreSQL recovers from, and copies of the database, have the wrapped key until they are renewed.
   */
  async destroy(subject: KeySubject): Promise<void> {
    if (unkeepable(subject)) throw new RangeError('a subject with the character U+0000 cannot be kept');
    await this.database.ask(
      `INSERT INTO ${this.schema}.data_key (subject, box, destroyed) VALUES ($1, $2, true) ON CONFLICT (subject) DO UPDATE SET box = excluded.box, destroyed = true`,
      [subject, this.#fresh(subject)],
    );
    await this.database.ask(`VACUUM (FREEZE, TRUNCATE false) ${this.schema}.data_key`, []);
  }

  /**
   * Not lower than the seconds since 1970, so that epochs do not come again when an older copy of the database is put back:
   * the same epoch would give the same nonces to other content. It fits in 32 bits until 2106.
   */
  async epoch(): Promise<number> {
    const [row] = await this.database.ask<{ epoch: string }>(
      `UPDATE ${this.schema}.start SET epoch = greatest(epoch + 1, extract(epoch FROM clock_timestamp())::bigint) RETURNING epoch`,
      [],
    );
    return Number(row!.epoch);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  #unwrapped(rows: readonly KeyRow[]): [KeySubject, DataKey][] {
    return rows.map(({ subject, box }) => [subject, { subject, key: this.master.unwrap(subject, box) }]);
  }

  #fresh(subject: KeySubject): Uint8Array {
    return this.master.wrap(subject, randomBytes(keyBytes));
  }
}

/** PostgreSQL keeps no text with this character. */
const unkeepable = (subject: KeySubject): boolean => subject.includes('\0');
