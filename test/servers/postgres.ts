import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { findBinaries } from './postgres/binaries.ts';
import { startServer, type PostgresServer } from './postgres/server.ts';

export { askPostgres, type Row } from './postgres/ask.ts';
export type { PostgresServer } from './postgres/server.ts';

/** Why there is none, said once and loudly: nobody should believe that it was tried when it was not. */
const missing = 'no PostgreSQL: its specs are SKIPPED. Set KRING_TEST_POSTGRES_URL to a database of your own, or install Debian\'s "postgresql".';

/** Where the specs get a PostgreSQL from. */
export type PostgresSource = { start(): Promise<PostgresServer> };

/** A server that is somebody else's is neither stopped nor killed; the specs only use schemas of their own on it. */
const given = (url: string): PostgresServer => ({
  url,
  kill: () => Promise.reject(new Error('this PostgreSQL is not ours to kill')),
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
});

/**
 * KRING_TEST_POSTGRES_URL, else the binaries that npm brought, else Debian's, installed on the spot where that is allowed.
 * Null where there is none; on a build server that is a failure, for there nobody reads what was skipped.
 */
export const findPostgres = ({ toKill = false } = {}): PostgresSource | null => {
  const url = process.env['KRING_TEST_POSTGRES_URL'];
  if (url && !toKill) return { start: async () => given(url) };
  const binaries = findBinaries();
  if (binaries) return { start: () => startServer(binaries) };
  if (process.env['CI']) throw new Error(missing);
  process.stderr.write(`kring: ${missing}\n`);
  return null;
};

const startsInMs = 120_000;
/** A server that syncs to a disk that others write to as well takes its time. */
const patienceMs = 60_000;

/** Specs that share one PostgreSQL, which runs for as long as they do. `toKill`: it must be one that they may kill. */
export const onPostgres = (name: string, specs: (server: () => PostgresServer) => void, options: { readonly toKill?: boolean } = {}): void => {
  const source = findPostgres(options);
  jest.setTimeout(patienceMs);
  (source ? describe : describe.skip)(name, () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await source?.start();
    }, startsInMs);
    afterAll(() => server?.stop(), startsInMs);
    specs(() => server!);
  });
};
