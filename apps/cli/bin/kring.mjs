#!/usr/bin/env node
// The way in to the `kring` command, in plain JavaScript that an old Node reads too: it finds a Node that is new enough, and
// says what to do where the command has not been built. Everything else is in src.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldest = 24;
const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '..', 'dist', 'main.js');

const folders = (from) => (dirname(from) === from ? [from] : [from, ...folders(dirname(from))]);
const platformPackages = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`, `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`];
const program = process.platform === 'win32' ? 'node.exe' : 'node';
const ownNode = () =>
  folders(here)
    .flatMap((folder) => platformPackages.map((name) => join(folder, 'node_modules', name, 'bin', program)))
    .find((path) => existsSync(path));

const giveUp = (sentence) => {
  process.stderr.write(`kring: ${sentence}\n`);
  process.exit(1);
};

if (Number.parseInt(process.versions.node, 10) >= oldest) {
  if (!existsSync(main)) giveUp('not built yet; run `npm run build` in the root of the repository first.');
  await import(main);
} else {
  const node = process.env.KRING_NODE_FOUND ? undefined : ownNode();
  if (!node) giveUp(`Node ${process.versions.node} is too old, ${oldest} or newer is needed; run \`npm ci\` in the root of the repository, which brings one, or install one.`);
  const { status, signal } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, KRING_NODE_FOUND: '1' } });
  if (signal) process.kill(process.pid, signal);
  process.exit(status ?? 1);
}
