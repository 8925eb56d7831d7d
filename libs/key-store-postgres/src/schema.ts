import { schemaNamed, type Migrations } from '@kring/postgres';

export const keyMigrations = (name: string): Migrations => {
  const schema = schemaNamed(name);
  return { schema, steps: [tables(schema) + obtainKeys(schema)] };
};

/**
 * A subject whose key was destroyed keeps its row, so that it never gets another. A tenth of each page is left free, so that the
 * row can be written anew right beside its old version, and what could not be cleared away at once, for an older transaction still
 * saw it, is at the next occasion. Epochs are 32 bits, and are a row rather than a sequence, which would give
 * them a second time where an older copy of the database is put back.
 */
const tables = (schema: string): string => `
CREATE TABLE ${schema}.data_key (
  subject text COLLATE "C" PRIMARY KEY,
  box bytea NOT NULL,
  destroyed boolean NOT NULL DEFAULT false
) WITH (fillfactor = 90, autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

CREATE TABLE ${schema}.start (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  epoch bigint NOT NULL DEFAULT 0 CHECK (epoch < 4294967296),
  proof bytea NOT NULL
);
`;

/**
 * Makes the keys that are missing, unless one of the subjects was destroyed: then none, as its row tells. Who is later with a key
 * of his own for the same subject gets the one that was first.
 */
const obtainKeys = (schema: string): string => `
CREATE FUNCTION ${schema}.obtain_keys(subjects text[], boxes bytea[]) RETURNS SETOF ${schema}.data_key LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    FOR at IN 1 .. cardinality(subjects) LOOP
      INSERT INTO ${schema}.data_key (subject, box) VALUES (subjects[at], boxes[at]) ON CONFLICT DO NOTHING;
    END LOOP;
    IF EXISTS (SELECT FROM ${schema}.data_key WHERE subject = ANY (subjects) AND destroyed) THEN
      RAISE SQLSTATE 'KR410';
    END IF;
  EXCEPTION WHEN SQLSTATE 'KR410' THEN
    NULL;
  END;
  RETURN QUERY SELECT * FROM ${schema}.data_key WHERE subject = ANY (subjects);
END
$$;
`;
