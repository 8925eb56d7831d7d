import pg from 'pg';

export type Row = Readonly<Record<string, unknown>>;

/** Asks a database itself, past whatever keeps its rows there. */
export const askPostgres = async (url: string, question: string, values: readonly unknown[] = []): Promise<readonly Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(question, [...values])).rows;
  } finally {
    await client.end();
  }
};
