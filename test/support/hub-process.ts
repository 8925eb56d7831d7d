import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hubClient, type HubClient } from './hub-client.ts';

export type HubProcessOptions = { readonly data: string; readonly port: number; readonly env?: Readonly<Record<string, string | undefined>> };

/** The built hub in a process of its own, started without npm around it: quick to start, and dead the moment it is killed. */
export type HubProcess = HubClient & {
  readonly url: string;
  readonly output: () => string;
  /** True once it takes requests; false when it ended before that. */
  readonly ready: () => Promise<boolean>;
  readonly hasEnded: () => boolean;
  /** The code it ended with; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it at once, as a crash would. */
  readonly kill: () => Promise<void>;
  /** Ends it in order. */
  readonly end: () => Promise<void>;
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = join(root, 'apps', 'hub', 'dist', 'main.js');
const keptOutput = 20_000;
const patienceMs = 60_000;
const pollMs = 25;

export const startHubProcess = ({ data, port, env = {} }: HubProcessOptions): HubProcess => {
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...process.env, NODE_ENV: undefined, KRING_DEMO: 'false', KRING_PORT: String(port), KRING_DATA: data, ...env };
  const child = spawn(process.execPath, [entry], { cwd: root, env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const send = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  const output = tailOf(child);
  return { ...hubClient(url), url, output, hasEnded, ended, ready: () => ready(url, hasEnded, output), kill: () => send('SIGKILL'), end: () => send('SIGTERM') };
};

const tailOf = (child: ChildProcess): (() => string) => {
  let text = '';
  const keep = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-keptOutput);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
};

const ready = async (url: string, hasEnded: () => boolean, output: () => string): Promise<boolean> => {
  for (const givesUp = Date.now() + patienceMs; Date.now() < givesUp; ) {
    if (hasEnded()) return false;
    if (await fetch(`${url}/health/ready`).then((answer) => answer.ok, () => false)) return true;
    await new Promise((resume) => setTimeout(resume, pollMs));
  }
  throw new Error(`The hub was not ready after ${patienceMs / 1_000} s:\n${output()}`);
};

/** A port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer().once('error', failed).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : failed(new Error('no free port'))));
    });
  });
