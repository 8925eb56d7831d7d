import type pg from 'pg';
import { DatabaseUnusable } from './fault.ts';

/** What makes a schema and brings it up to date: each step once, in this order. Steps are added, never changed. */
export type Migrations = { readonly schema: string; readonly steps: readonly string[]; check?(connection: Connection): Promise<void> };
export type Connection = Pick<pg.PoolClient, 'query'>;

/** Makes the schema or brings it up to date, in one transaction. Of those who start at the same time one does the work. */
export const migrate = async (pool: pg.Pool, migrations: Migrations): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`kring schema ${migrations.schema}`]);
    await bringUpToDate(client, migrations);
    await migrations.check?.(client);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    // The connection goes, and the transaction with it.
    client.release(true);
    throw error;
  }
};

type Found = { readonly encoding: string; readonly schema: boolean; readonly made: boolean };
const look = `SELECT current_setting('server_encoding') AS encoding, to_regnamespace($1) IS NOT NULL AS schema, to_regclass($1 || '.migration') IS NOT NULL AS made`;

const bringUpToDate = async (client: pg.PoolClient, { schema, steps }: Migrations): Promise<void> => {
  const { rows: [found] } = await client.query<Found>(look, [schema]);
  if (found?.encoding !== 'UTF8') throw new DatabaseUnusable(`the database is encoded as ${found?.encoding}: make one with the encoding UTF8`);
  // Who may use a schema that was made for him need not have the right to make one.
  if (!found.schema) await client.query(`CREATE SCHEMA ${schema}`);
  if (!found.made) await client.query(`CREATE TABLE ${schema}.migration (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`);
  const { rows: [last] } = await client.query<{ version: number }>(`SELECT coalesce(max(version), 0) AS version FROM ${schema}.migration`);
  const version = last?.version ?? 0;
  if (version > steps.length) throw new DatabaseUnusable(`the schema ${schema} was made by a later release of Kring: start that one, or name another schema`);
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    await client.query(step);
    await client.query(`INSERT INTO ${schema}.migration (version) VALUES ($1)`, [index + 1]);
  }
};
