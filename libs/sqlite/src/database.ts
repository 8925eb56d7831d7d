import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeFault, faultOf } from './fault.ts';
import { lockFor } from './lock.ts';

/** What a file is expected to hold. `application` marks the file as ours, `version` is raised when the tables change. */
export type Schema = { readonly application: number; readonly version: number; readonly tables: string };

export type OpenOptions = {
  readonly file: string;
  readonly schema: Schema;
  /** `full`: each commit is synced to disk before it is answered. `normal`: a power cut may take the last commits. */
  readonly durability: 'full' | 'normal';
  /** Overwrite what is deleted, so that it cannot be read back from the file. */
  readonly secureDelete?: boolean;
  /** The file may not grow past this; unbounded by default. */
  readonly maxFileBytes?: number;
};

export type WritableDatabase = { readonly connection: DatabaseSync; close(): void };

/** The file cannot be used as it is; the message says what to do about it. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/** Up to this size a file is checked in full when it is opened, which takes well under a second. */
const checkedBytes = 64 * 1024 * 1024;

export const openForWriting = (options: OpenOptions): WritableDatabase => {
  const opened: { close(): void }[] = [];
  const close = (): void => opened.splice(0).reverse().forEach((one) => one.close());
  try {
    create(options.file);
    const lock = lockFor(options.file);
    opened.push({ close: () => lock.release() });
    const connection = new DatabaseSync(options.file, { timeout: 10_000 });
    opened.push(connection);
    prepare(connection, options);
    check(connection, options);
    return { connection, close };
  } catch (error) {
    close();
    throw unusable(options.file, error);
  }
};

/** Readers never wait for the writer, and the writer never for them. */
export const openForReading = (file: string): DatabaseSync => {
  const connection = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  connection.exec('PRAGMA cache_size = -16384');
  return connection;
};

/** Only its owner may read the file, and the names that lead to it are on disk before anything in it is promised. */
const create = (file: string): void => {
  const folder = dirname(resolve(file));
  const firstMade = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(file)) return;
  closeSync(openSync(file, 'a', 0o600));
  syncFolder(folder);
  for (let made = folder; firstMade !== undefined && made.length >= firstMade.length; made = dirname(made)) syncFolder(dirname(made));
};

/** Windows keeps the names of a folder by itself and lets nobody open one. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

const prepare = (connection: DatabaseSync, { durability, secureDelete, maxFileBytes }: OpenOptions): void => {
  connection.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${durability};
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA journal_size_limit = ${checkedBytes};
    PRAGMA cache_size = -32768;
    PRAGMA temp_store = MEMORY;
    PRAGMA secure_delete = ${secureDelete ? 'ON' : 'OFF'};
  `);
  if (maxFileBytes !== undefined) connection.exec(`PRAGMA max_page_count = ${Math.floor(maxFileBytes / pragma(connection, 'page_size'))}`);
};

const check = (connection: DatabaseSync, { file, schema }: OpenOptions): void => {
  const tables = connection.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as { count: number };
  if (tables.count === 0) {
    connection.exec(`BEGIN; ${schema.tables}; PRAGMA application_id = ${schema.application}; PRAGMA user_version = ${schema.version}; COMMIT`);
    return;
  }
  if (pragma(connection, 'application_id') !== schema.application) throw new DatabaseUnusable(`${file} holds something else: name another file`);
  const version = pragma(connection, 'user_version');
  if (version !== schema.version) {
    throw new DatabaseUnusable(`${file} has layout ${version} and this version reads layout ${schema.version}: use the version that wrote it`);
  }
  if (statSync(file).size > checkedBytes) return;
  const verdict = connection.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (verdict.quick_check !== 'ok') throw new DatabaseUnusable(damaged(file, verdict.quick_check));
};

const pragma = (connection: DatabaseSync, name: string): number => Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0] as number;

const damaged = (file: string, detail: string): string => `${file} cannot be opened: ${describeFault({ kind: 'corrupt', detail })}`;

const unusable = (file: string, error: unknown): DatabaseUnusable =>
  error instanceof DatabaseUnusable ? error : new DatabaseUnusable(`${file} cannot be opened: ${describeFault(faultOf(error))}`);
