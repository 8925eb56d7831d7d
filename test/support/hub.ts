import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hubClient, type HubClient } from './hub-client.ts';

export type HubOptions = {
  /** The folder of its data: a fresh one unless given, such as that of a hub that was stopped before. */
  data?: string;
  /** A free one unless given, such as that of a hub that was stopped before. */
  port?: number;
  env?: Record<string, string>;
  timeoutMs?: number;
};

/** A hub that runs in a process of its own, started as anyone starts it. */
export type RunningHub = HubClient & {
  url: string;
  port: number;
  data: string;
  output: () => string;
  /** A bearer token of a person in the demonstration, such as `wijkverpleegkundige@omring`. */
  userToken: (user: string) => Promise<string>;
  /** The URN under which a partner's system publishes. */
  sourceOf: (partner: string) => Promise<string>;
  cli: (...args: string[]) => Promise<string>;
  /** Ends it at once, as a power cut would; its data stays. */
  kill: () => Promise<void>;
  /** Ends it in order; its data stays for the next. */
  end: () => Promise<void>;
  /** Ends it in order and removes its data. */
  stop: () => Promise<void>;
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

export const startHub = async ({ data = mkdtempSync(join(tmpdir(), 'kring-test-')), port: chosen, env = {}, timeoutMs = 180_000 }: HubOptions = {}): Promise<RunningHub> => {
  const port = chosen ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...process.env, NODE_ENV: undefined, KRING_PORT: String(port), KRING_DATA: data, ...env };
  const child = spawn('npm', ['start', '--silent'], { cwd: root, env: settings, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = collect(child);
  await ready(url, child, { output, timeoutMs });
  const cli = async (...args: string[]) => (await run('npx', ['--no-install', 'kring', ...args], { cwd: root, env: { ...settings, KRING_URL: url } })).stdout;
  let wasEnded = false;
  const endWith = async (signal: NodeJS.Signals) => {
    if (!wasEnded && (child.exitCode !== null || child.signalCode !== null)) throw new Error(`The hub had ended by itself:\n${output()}`);
    wasEnded = true;
    await endProcess(child, signal);
  };
  const end = () => endWith('SIGTERM');
  return {
    ...hubClient(url),
    ...who(cli),
    url,
    port,
    data,
    output,
    cli,
    kill: () => endWith('SIGKILL'),
    end,
    stop: async () => {
      await end();
      rmSync(data, { recursive: true, force: true });
    },
  };
};

type Listed = { partners: { code: string; sources: string[] }[] };

const who = (cli: RunningHub['cli']): Pick<RunningHub, 'userToken' | 'sourceOf'> => {
  const tokens = new Map<string, Promise<string>>();
  let listed: Promise<Listed> | null = null;
  return {
    userToken: (user) => {
      const known = tokens.get(user) ?? cli('token', '--user', user).then((text) => text.trim().split(/\s+/).at(-1) ?? '');
      tokens.set(user, known);
      return known;
    },
    sourceOf: async (partner) => {
      listed ??= cli('token', '--list', '--json').then((text) => JSON.parse(text) as Listed);
      const source = (await listed).partners.find(({ code }) => code === partner)?.sources[0];
      if (!source) throw new Error(`The hub knows no source of ${partner}.`);
      return source;
    },
  };
};

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no free port'))));
    });
  });

const collect = (child: ChildProcess): (() => string) => {
  let text = '';
  const keep = (chunk: Buffer) => { text = (text + chunk.toString()).slice(-20_000); };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
};

const pollMs = 100;

const ready = async (url: string, child: ChildProcess, { output, timeoutMs }: { output: () => string; timeoutMs: number }): Promise<void> => {
  const givesUp = Date.now() + timeoutMs;
  // Where two start at once, another may have taken the port in between, and would answer for this one.
  const isReady = () => output().includes('Kring is open') && fetch(`${url}/health/ready`).then((answer) => answer.ok, () => false);
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error(`The hub ended before it was ready:\n${output()}`);
    if (Date.now() > givesUp) {
      await endProcess(child, 'SIGKILL');
      throw new Error(`The hub was not ready after ${timeoutMs / 1000} s:\n${output()}`);
    }
    await new Promise((resume) => setTimeout(resume, pollMs));
  }
};

const patienceMs = 15_000;

/** npm starts a chain of processes, so the signal goes to their whole group; what is left when the first has ended is killed. */
const endProcess = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((ended) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return ended();
    const group = -child.pid;
    const send = (one: NodeJS.Signals) => {
      try {
        process.kill(group, one);
      } catch {
        // The group is gone already, which is what was wanted.
      }
    };
    const late = setTimeout(() => send('SIGKILL'), patienceMs);
    child.once('exit', () => {
      clearTimeout(late);
      send('SIGKILL');
      ended();
    });
    send(signal);
  });
