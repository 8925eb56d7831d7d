// `npm run test:crash [kills] [seed]`: kills the hub far more often than `npm test` has time for, and lets every storm come again and again. The same seed kills it in the same ways under the same load.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, projectNode, root, say } from '../../deploy/run/prepare.mjs';

const [kills = process.env.KRING_TEST_KILLS ?? '200', seed = process.env.KRING_TEST_SEED ?? String(Date.now() % 1_000_000_000)] = process.argv.slice(2);
for (const number of [kills, seed]) {
  if (/^\d+$/.test(number)) continue;
  say('usage: npm run test:crash -- [KILLS] [SEED], both whole numbers');
  process.exit(2);
}
ensureInstalled({ everything: true });
ensureBuilt();
say(`killing the hub ${kills} times; the same again with: npm run test:crash -- ${kills} ${seed}`);
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join('node_modules', 'jest', 'bin', 'jest.js'), '-c', 'test/jest.config.mjs', '--runInBand'];
const { status } = spawnSync(projectNode(), [...jest, 'test/crash', 'test/faults'], { cwd: root, stdio: 'inherit', env: { ...process.env, KRING_TEST_KILLS: kills, KRING_TEST_SEED: seed, KRING_TEST_STORMS: '3' } });
if (status !== 0) say(`it failed; the same again with: npm run test:crash -- ${kills} ${seed}`);
process.exit(status ?? 1);
