// Lints the files that are named, or all. The rule about boundaries needs the project graph and is skipped without a word where there is none, so it is made first.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProjectGraphAsync } from '@nx/devkit';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(root);
const graph = await createProjectGraphAsync({ exitOnError: true });
if (Object.keys(graph.nodes).length === 0) throw new Error('the project graph is empty');

const given = process.argv.slice(2);
const args = [join('node_modules', 'eslint', 'bin', 'eslint.js'), '-c', 'test/lint/eslint.config.mjs', '--max-warnings', '0', ...(given.length > 0 ? given : ['.'])];
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
