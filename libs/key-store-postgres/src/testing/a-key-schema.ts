import type { KeyStore } from '@kring/key-store';
import { randomBytes } from 'node:crypto';
import { askPostgres, type Row } from '../../../../test/servers/postgres.ts';
import { openPostgresKeyStore, type PostgresKeyStoreOptions } from '../postgres-key-store.ts';

export type TestKeySchema = {
  readonly schema: string;
  open(options?: Partial<PostgresKeyStoreOptions>): Promise<KeyStore>;
  /** Asks the database itself. */
  ask(question: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  remove(): Promise<void>;
};

/** A key store in a schema of its own, with a master key of its own. */
export const aKeySchema = (connectionString: string): TestKeySchema => {
  const schema = `keys_${randomBytes(6).toString('hex')}`;
  const masterKey = randomBytes(32);
  const ask: TestKeySchema['ask'] = (question, values) => askPostgres(connectionString, question, values);
  return {
    schema,
    open: (options) => openPostgresKeyStore({ connectionString, schema, masterKey, maxConnections: 4, ...options }),
    ask,
    remove: async () => void (await ask(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)),
  };
};
