import { Database, numberIn, type Bounds } from '@kring/postgres';
import { ProjectionFenced, ViewStoreUnavailable } from '@kring/view-store';
import type { Claim, FoundRow, Position, ViewCommit, ViewQuery, ViewStore } from '@kring/view-store';
import { viewMigrations } from './schema.ts';
import { searchFor } from './search.ts';
import { maxTerms, stepValues } from './step.ts';

export type PostgresViewStoreOptions = Bounds & {
  /** `postgres://user:password@host:5432/database`, with any option of a connection string behind it. */
  readonly connectionString: string;
  /** Where the tables are: stores that share a database each have one of their own. Made when it is not there. Default `kring_views`. */
  readonly schema?: string;
  /**
   * In how many tables the rows are spread by a hash of their key, for installations of many millions of rows. It is settled when
   * the schema is made. Default: `partitions` behind the connection string, or what is there, or one.
   */
  readonly partitions?: number;
};

const defaultLimit = 100;
const largestLimit = 1_000;
const largestLimitWithPrefix = 10_000;

const unavailable = (cause: unknown): ViewStoreUnavailable => new ViewStoreUnavailable('the view store does not answer', { cause });

/**
 * The view store on PostgreSQL. A step is one question and one transaction; the row of its projection is its fence.
 *
 * @throws DatabaseUnusable when the database is not there, not ours to write, or made by a later release.
 */
export const openPostgresViewStore = async (options: PostgresViewStoreOptions): Promise<ViewStore> => {
  const { connectionString, schema = 'kring_views', partitions = numberIn(connectionString, 'partitions'), ...bounds } = options;
  return new PostgresViewStore(await Database.open({ connectionString, bounds, migrations: viewMigrations(schema, partitions), unavailable }), schema);
};

class PostgresViewStore implements ViewStore {
  constructor(private readonly database: Database, private readonly schema: string) {}

  async claim(projection: string): Promise<Claim> {
    const [claim] = await this.database.ask<{ epoch: string; position: Position }>(
      `INSERT INTO ${this.schema}.projection AS known (name, epoch, position) VALUES ($1, 1, '')
       ON CONFLICT (name) DO UPDATE SET epoch = known.epoch + 1 RETURNING epoch, position`,
      [projection],
    );
    return { epoch: Number(claim!.epoch), position: claim!.position };
  }

  async commit(step: ViewCommit): Promise<void> {
    const [answer] = await this.database.ask<{ taken: boolean }>(`SELECT ${this.schema}.commit_step($1, $2, $3, $4, $5, $6, $7, $8, $9) AS taken`, stepValues(step));
    if (!answer?.taken) throw new ProjectionFenced(step.projection, step.epoch);
  }

  async get(collection: string, keys: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    const kept = keys.filter((key) => !key.includes('\0'));
    const found = await this.database.ask<FoundRow>(`SELECT key, value FROM ${this.schema}.view WHERE collection = $1 AND key = ANY ($2)`, [collection, kept]);
    const values = new Map(found.map(({ key, value }) => [key, value]));
    return keys.map((key) => values.get(key));
  }

  async find(collection: string, query: ViewQuery): Promise<readonly FoundRow[]> {
    const { limit = defaultLimit, prefix, terms = [] } = query;
    const largest = prefix ? largestLimitWithPrefix : largestLimit;
    if (!Number.isInteger(limit) || limit < 1 || limit > largest) throw new RangeError(`a query asks for 1 to ${largest} rows`);
    if (terms.length > maxTerms) throw new RangeError(`a query has at most ${maxTerms} terms`);
    const search = searchFor(this.schema, collection, query, limit);
    return search ? this.database.ask<FoundRow>(search.text, search.values) : [];
  }

  async checkpoint(projection: string): Promise<Position> {
    const [row] = await this.database.ask<{ position: Position }>(`SELECT position FROM ${this.schema}.projection WHERE name = $1`, [projection]);
    return row?.position ?? '';
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
