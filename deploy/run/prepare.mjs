// Brings a checkout to where it can run: installed and built. Knows nothing but Node's own modules, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const leastNode = [24, 9];
const stamps = join(root, 'node_modules', '.kring');

export const say = (line) => process.stderr.write(`kring: ${line}\n`);

const isEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
};

const stampOf = (name) => {
  try {
    return readFileSync(join(stamps, name), 'utf8');
  } catch {
    return '';
  }
};
const putStamp = (name, text) => {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), text);
};

const run = (command, args, what, options = {}) => {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32', ...options });
  if (status === 0) return;
  say(`${what} failed${error ? `: ${error.message}` : ''}. The lines above say why; mend it and run the same command again.`);
  process.exit(status ?? 1);
};

/** Installs what is missing. `everything` adds what only tests and linting need. */
export const ensureInstalled = ({ everything }) => {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const installed = stampOf('installed');
  if (installed === `${lock} everything` || (!everything && installed === `${lock} to-run`)) return;
  // Who tested here before will test again.
  const all = everything || installed.endsWith(' everything');
  say(all ? 'installing what running and testing needs (once; one to two minutes)' : 'installing what running needs (once; about half a minute)');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(all ? [] : ['--omit=dev'])], 'npm ci');
  putStamp('installed', `${lock} ${all ? 'everything' : 'to-run'}`);
};

/** The Node that the project brings, or the one at hand where it is new enough. */
export const projectNode = () => {
  const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  for (const candidate of [own, process.execPath]) {
    if (!existsSync(candidate)) continue;
    const { stdout } = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
    if (stdout && isEnough(stdout.trim())) return candidate;
  }
  say(`this platform has no Node in the project's packages; install Node ${leastNode.join('.')} or newer and run the same command again.`);
  return process.exit(1);
};

const sources = (folder, found = []) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sources(path, found);
    else if (!entry.name.includes('.spec.')) found.push(path);
  }
  return found;
};

/** Of what the build is made: every source by name, size and time. */
const fingerprint = () => {
  const hash = createHash('sha256').update(stampOf('installed'));
  for (const path of [...sources(join(root, 'apps')), ...sources(join(root, 'libs')), join(root, 'tsconfig.base.json'), join(root, 'tsconfig.json')]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

const isBuilt = () => existsSync(join(root, 'apps', 'hub', 'dist', 'main.js')) && existsSync(join(root, 'apps', 'web', 'dist', 'site', 'index.html'));

/** Builds what has changed since the last build. */
export const ensureBuilt = () => {
  const now = fingerprint();
  if (isBuilt() && stampOf('built') === now) return;
  const node = projectNode();
  say('building (some seconds)');
  run(node, [join(root, 'node_modules', 'ts7', 'bin', 'tsc'), '-b'], 'the build');
  run(node, [join(root, 'apps', 'web', 'build', 'build-site.mjs'), '--quiet'], 'the build of the page');
  putStamp('built', now);
};
