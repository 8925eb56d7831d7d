import { spawnSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

/** The machine as it was when the run began. */
export type Environment = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  /** Writes of 4 KiB that the disk of the bench takes a second, each synced. */
  readonly syncsPerSecond: number;
  readonly node: string;
  readonly kring: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Processes that wanted the processor in the minute before the run; above 1 the machine was not quiet. */
  readonly loadAtStart: number;
  readonly startedAt: string;
  readonly command: string;
  readonly rounds: number;
  readonly size: string;
};

const syncTestMs = 500;
const root = new URL('../../../', import.meta.url);

const syncsPerSecond = (folder: string): number => {
  const file = join(folder, 'syncs');
  const handle = openSync(file, 'w');
  const page = Buffer.alloc(4096, 1);
  let count = 0;
  const from = performance.now();
  for (; performance.now() - from < syncTestMs; count += 1) {
    writeSync(handle, page);
    fdatasyncSync(handle);
  }
  closeSync(handle);
  rmSync(file);
  return Math.round((count * 1_000) / (performance.now() - from));
};

const commit = (): string => {
  const { stdout, status } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : 'unknown';
};

type Manifest = { readonly dependencies?: Readonly<Record<string, string>>; readonly version?: string };
const manifest = (file: string): Manifest => JSON.parse(readFileSync(new URL(file, root), 'utf8')) as Manifest;

const versions = (): Record<string, string> => ({
  sqlite: process.versions.sqlite ?? 'unknown',
  ...manifest('test/bench/peers/package.json').dependencies,
  ...manifest('test/bench/peers/sqlite/package.json').dependencies,
});

export const environmentOf = (run: { readonly folder: string; readonly command: string; readonly rounds: number; readonly size: string }): Environment => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release()}`,
  loadAtStart: Number((loadavg()[0] ?? 0).toFixed(2)),
  syncsPerSecond: syncsPerSecond(run.folder),
  node: process.version,
  kring: `${manifest('package.json').version ?? ''} (${commit()})`,
  versions: versions(),
  startedAt: new Date().toISOString(),
  command: run.command,
  rounds: run.rounds,
  size: run.size,
});
