import type { ViewStore } from '@kring/view-store';
import { randomBytes } from 'node:crypto';
import { askPostgres, type Row } from '../../../../test/servers/postgres.ts';
import { openPostgresViewStore, type PostgresViewStoreOptions } from '../postgres-view-store.ts';

export type TestViewSchema = {
  readonly schema: string;
  open(options?: Partial<PostgresViewStoreOptions>): Promise<ViewStore>;
  /** Asks the database itself. */
  ask(question: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  remove(): Promise<void>;
};

/** A view store in a schema of its own. */
export const aViewSchema = (connectionString: string, options: Partial<PostgresViewStoreOptions> = {}): TestViewSchema => {
  const schema = `views_${randomBytes(6).toString('hex')}`;
  const ask: TestViewSchema['ask'] = (question, values) => askPostgres(connectionString, question, values);
  return {
    schema,
    open: (more) => openPostgresViewStore({ connectionString, schema, maxConnections: 4, ...options, ...more }),
    ask,
    remove: async () => void (await ask(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)),
  };
};
