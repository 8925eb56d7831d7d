// `npm run bench`: measures the built hub and its parts beside others, all in one run on this machine. Options are told by `--help`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureInstalled, projectNode, root } from '../../deploy/run/prepare.mjs';

ensureInstalled({ everything: true });
ensureBuilt();
const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const { status } = spawnSync(projectNode(), ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
