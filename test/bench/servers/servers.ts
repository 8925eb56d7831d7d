import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Server, Stage } from '../harness/stage.ts';

type Servers = Stage['servers'];
type Say = (line: string) => void;

const folders = [new URL('../peers/', import.meta.url), new URL('../peers/sqlite/', import.meta.url)].map((folder) => fileURLToPath(folder));

/** What the peers need is installed by the bench alone, from locks of their own; answers why it could not be. */
const installPeers = (say: Say): string | undefined => {
  for (const cwd of folders) {
    if (existsSync(`${cwd}node_modules`)) continue;
    say('installing what Kring is measured against (once; a minute or two)');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
    if (status !== 0) return 'its packages could not be installed';
  }
  return undefined;
};

type Started = { readonly server: Server; readonly stop: () => Promise<void> };

const nothingToStop = async (): Promise<void> => undefined;

const startPostgres = async (): Promise<Started> => {
  const given = process.env['KRING_TEST_POSTGRES_URL'];
  if (given) return { server: { url: given }, stop: nothingToStop };
  await import('./whole-typescript.ts');
  const { findBinaries } = await import('../../servers/postgres/binaries.ts');
  const { startServer } = await import('../../servers/postgres/server.ts');
  const binaries = findBinaries();
  if (binaries === null) return { server: { absent: 'no PostgreSQL on this machine; set KRING_TEST_POSTGRES_URL' }, stop: nothingToStop };
  const postgres = await startServer(binaries);
  return { server: { url: postgres.url }, stop: () => postgres.stop() };
};

/** Everything that peers need, as far as this machine has it. */
export const openServers = async (withPeers: boolean, say: Say): Promise<Servers & { readonly stop: () => Promise<void> }> => {
  const given = process.env['KRING_TEST_EVENTSTORE_URL'];
  const absent = withPeers ? installPeers(say) : 'this run was asked to leave it out';
  if (absent !== undefined) return { postgres: { absent }, eventStore: { absent }, peers: { absent }, stop: nothingToStop };
  const { server: postgres, stop } = await startPostgres().catch((error: unknown): Started => ({ server: { absent: `PostgreSQL did not start: ${String(error).slice(0, 200)}` }, stop: nothingToStop }));
  const eventStore = given ? { url: given } : { absent: 'no EventStoreDB on this machine; set KRING_TEST_EVENTSTORE_URL' };
  return { postgres, eventStore, peers: {}, stop };
};
