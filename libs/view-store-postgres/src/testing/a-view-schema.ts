import type { ViewStore } from '@kring/view-store';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openPostgresViewStore, type PostgresViewStoreOptions } from '../postgres-view-store.ts';

export type TestViewSchema = {
  readonly schema: string;
  open(options?: Partial<PostgresViewStoreOptions>): Promise<ViewStore>;
  /** Asks the database itself. */
  ask(question: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  remove(): Promise<void>;
};

/** A view store in a schema of its own. */
export const aViewSchema = (connectionString: string, options: Partial<PostgresViewStoreOptions> = {}): TestViewSchema => {
  const schema = `views_${randomBytes(6).toString('hex')}`;
  const ask: TestViewSchema['ask'] = async (question, values = []) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(question, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  return {
    schema,
    open: (more) => openPostgresViewStore({ connectionString, schema, maxConnections: 4, ...options, ...more }),
    ask,
    remove: async () => void (await ask(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)),
  };
};
