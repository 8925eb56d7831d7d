import { DatabaseUnusable, schemaNamed, type Connection, type Migrations } from '@kring/postgres';

const mostPartitions = 1_024;

/** `partitions`: in how many tables the rows are kept, by a hash of their key; what is there already when it is left out. */
export const viewMigrations = (name: string, partitions: number | undefined): Migrations => {
  const schema = schemaNamed(name);
  if (partitions !== undefined && (!Number.isInteger(partitions) || partitions < 1 || partitions > mostPartitions)) throw new RangeError(`there are 1 to ${mostPartitions} partitions`);
  return { schema, steps: [tables(schema, partitions ?? 1) + commitStep(schema)], check: (connection) => checkPartitions(connection, schema, partitions) };
};

/** Rows that were spread otherwise stay so: to say nothing would leave the operator in the belief that they are not. */
const checkPartitions = async (connection: Connection, schema: string, wanted: number | undefined): Promise<void> => {
  const { rows: [found] } = await connection.query<{ partitions: number }>('SELECT count(*)::integer AS partitions FROM pg_inherits WHERE inhparent = $1::regclass', [`${schema}.view`]);
  const has = Math.max(1, found?.partitions ?? 0);
  if (wanted !== undefined && wanted !== has) {
    throw new DatabaseUnusable(`the views in ${schema} were made with ${has} partitions, not ${wanted}: leave the number out, or name another schema and have them drawn anew`);
  }
};

/**
 * Keys are compared byte by byte, whatever the database does by default: that is the order of code points, and the cheapest. A
 * row keeps its own terms, so that a new version of it knows which entries of the index to drop.
 */
const tables = (schema: string, partitions: number): string => {
  const spread = partitions > 1 ? ' PARTITION BY HASH (key)' : '';
  const parts = (table: string): string =>
    partitions === 1 ? '' : Array.from({ length: partitions }, (_, at) => `CREATE TABLE ${schema}.${table}_${at} PARTITION OF ${schema}.${table} FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${at});`).join('\n');
  return `
CREATE TABLE ${schema}.projection (
  name text COLLATE "C" PRIMARY KEY,
  epoch bigint NOT NULL,
  position text NOT NULL
) WITH (fillfactor = 10);

CREATE TABLE ${schema}.view (
  collection text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  terms text[] COLLATE "C" NOT NULL,
  value bytea NOT NULL,
  PRIMARY KEY (collection, key)
)${spread};
${parts('view')}

CREATE TABLE ${schema}.term (
  collection text COLLATE "C" NOT NULL,
  term text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  PRIMARY KEY (collection, term, key)
)${spread};
${parts('term')}
`;
};

/**
 * One step of a projection in one question. The row of the projection is locked first, so that a claim comes before or after the
 * step, never in between; each statement of the function sees what was committed while it waited for that lock.
 *
 * Row by row, because then each statement has one plan that is right whatever the tables hold: joined with a list, a planner that
 * takes a table for small reads all of it, and goes on doing so when it has grown. A row is locked before its terms are looked at,
 * for two projections may write the same row. A row without a length goes.
 */
const commitStep = (schema: string): string => `
CREATE FUNCTION ${schema}.commit_step(
  its_projection text, its_epoch bigint, its_position text,
  collections text[], keys text[], term_lists text[], starts integer[], lengths integer[], bytes bytea
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  old_terms text[];
  new_terms text[];
  new_value bytea;
BEGIN
  UPDATE ${schema}.projection SET position = its_position WHERE name = its_projection AND epoch = its_epoch;
  IF NOT FOUND THEN
    RETURN false;
  END IF;

  FOR at IN 1 .. cardinality(keys) LOOP
    new_terms := term_lists[at]::text[];
    new_value := substring(bytes FROM starts[at] FOR lengths[at]);
    LOOP
      SELECT terms INTO old_terms FROM ${schema}.view WHERE collection = collections[at] AND key = keys[at] FOR UPDATE;
      IF FOUND AND new_value IS NULL THEN
        DELETE FROM ${schema}.view WHERE collection = collections[at] AND key = keys[at];
        EXIT;
      ELSIF FOUND THEN
        UPDATE ${schema}.view SET terms = new_terms, value = new_value WHERE collection = collections[at] AND key = keys[at];
        EXIT;
      END IF;
      old_terms := '{}';
      EXIT WHEN new_value IS NULL;
      INSERT INTO ${schema}.view (collection, key, terms, value) VALUES (collections[at], keys[at], new_terms, new_value) ON CONFLICT DO NOTHING;
      EXIT WHEN FOUND;
    END LOOP;
    IF new_terms <> old_terms THEN
      DELETE FROM ${schema}.term
      WHERE collection = collections[at] AND term = ANY (ARRAY(SELECT unnest(old_terms) EXCEPT SELECT unnest(new_terms))) AND key = keys[at];
      INSERT INTO ${schema}.term (collection, term, key)
      SELECT collections[at], fresh.term, keys[at] FROM (SELECT unnest(new_terms) EXCEPT SELECT unnest(old_terms)) AS fresh (term);
    END IF;
  END LOOP;
  RETURN true;
END
$$;
`;
