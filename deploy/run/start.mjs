// `npm start`: from a bare clone to a running hub.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, projectNode, root, say } from './prepare.mjs';

ensureInstalled({ everything: false });
ensureBuilt();
say('starting the hub');
const hub = spawn(projectNode(), [join(root, 'apps', 'hub', 'dist', 'main.js')], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => hub.kill(signal));
hub.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
