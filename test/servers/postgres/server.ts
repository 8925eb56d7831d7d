import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';

/** A PostgreSQL of its own, in a folder of its own. */
export type PostgresServer = {
  readonly url: string;
  /** Ends it at once, as a power cut would; its data stays. */
  kill(): Promise<void>;
  /** Starts it again on its data. */
  start(): Promise<void>;
  /** Ends it in order and removes its data. */
  stop(): Promise<void>;
};

/**
 * Runs the server and watches its own standard input: when that ends, because the specs stopped the server or were
 * themselves killed, the server is ended and its folder removed. So nothing is ever left running.
 */
const watched = `
  folder=$1; shift
  exec 3<&0
  "$@" & server=$!
  (cat <&3 >/dev/null; kill -INT $server 2>/dev/null) & watcher=$!
  wait $server
  kill -0 $watcher 2>/dev/null && kill $watcher || rm -rf "$folder"
`;

/** Sorting and comparing as Dutch does, so that a store that leaves the order of keys to the database is found out. */
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nl-NL'];

export const startServer = async ({ folder: programs, runAs }: Binaries): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'kring-test-postgres-'));
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(folder, runAs.uid, runAs.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'kring', '--auth=trust', '--no-sync', ...locale], { ...runAs, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its folder: ${made.stderr}`);
  }
  const port = await freePort();
  const url = `postgres://kring@127.0.0.1:${port}/postgres`;
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=on', 'max_connections=60', 'shared_buffers=64MB'].flatMap((one) => ['-c', one]);
  const run = (): ChildProcess =>
    spawn('sh', ['-c', watched, 'sh', folder, join(programs, 'postgres'), '-D', data, ...settings], { ...runAs, cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] });
  const server = new Server(run, { url, data });
  await server.start();
  return server;
};

class Server implements PostgresServer {
  readonly url: string;
  #process: ChildProcess | undefined;

  constructor(private readonly run: () => ChildProcess, private readonly place: { readonly url: string; readonly data: string }) {
    this.url = place.url;
  }

  async start(): Promise<void> {
    for (const givesUp = Date.now() + patienceMs; ; await pass(pollMs)) {
      const child = this.run();
      const output = tailOf(child);
      this.#process = child;
      if (await answers(this.url, child)) return;
      // Of one that was killed, the last processes may still be ending.
      if (!output().includes('is still in use') || Date.now() > givesUp) throw new Error(`PostgreSQL does not start:\n${output()}`);
    }
  }

  async kill(): Promise<void> {
    const file = join(this.place.data, 'postmaster.pid');
    if (!existsSync(file)) return;
    const ended = exitOf(this.#process);
    const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
    // A process of a connection would answer for a moment after the one that started it is gone.
    for (const one of [postmaster, ...childrenOf(postmaster)]) kill(one);
    await ended;
  }

  async stop(): Promise<void> {
    const folder = join(this.place.data, '..');
    const ended = exitOf(this.#process);
    this.#process?.stdin?.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

const childrenOf = (parent: number): number[] => {
  const listed = `/proc/${parent}/task/${parent}/children`;
  if (existsSync(listed)) return readFileSync(listed, 'utf8').trim().split(' ').map(Number);
  const lines = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout.split('\n');
  return lines.map((line) => line.trim().split(/\s+/).map(Number)).flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []));
};

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already, which is what was wanted.
  }
};

const exitOf = (child: ChildProcess | undefined): Promise<void> =>
  new Promise((ended) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) ended();
    else child.once('exit', () => ended());
  });

const tailOf = (child: ChildProcess): (() => string) => {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-5_000);
  });
  return () => text;
};

const patienceMs = 60_000;
const pollMs = 50;

/** Whether it takes connections in the end; false once it has ended instead. */
const answers = async (url: string, child: ChildProcess): Promise<boolean> => {
  for (const givesUp = Date.now() + patienceMs; child.exitCode === null && Date.now() < givesUp; await pass(pollMs)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    client.on('error', () => undefined);
    const connected = await client.connect().then(() => true, () => false);
    await client.end().catch(() => undefined);
    if (connected) return true;
  }
  return false;
};

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no free port'))));
    });
  });
