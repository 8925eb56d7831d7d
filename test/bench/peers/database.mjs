import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own on the server, sorted as bytes are: a dictionary's order would only slow the peer down. */
export const ownDatabase = async (url) => {
  const name = `kring_bench_${randomBytes(6).toString('hex')}`;
  const ask = async (text) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  await ask(`CREATE DATABASE ${name} TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => ask(`DROP DATABASE ${name} WITH (FORCE)`) };
};

/** Runs a statement on the database. */
export const runOn = async (url, text) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
};
