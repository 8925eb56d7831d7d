// `npm test`: from a bare clone, everything that proves the project, and at the end one line that counts it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, projectNode, root, say } from '../deploy/run/prepare.mjs';

const started = Date.now();
ensureInstalled({ everything: true });
ensureBuilt();
const node = projectNode();
const results = mkdtempSync(join(tmpdir(), 'kring-test-'));
const counts = { passed: 0, failed: 0, skipped: 0 };

const step = (what, args) => {
  const from = Date.now();
  say(`${what} …`);
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } });
  say(`${what}: ${status === 0 ? 'good' : 'FAILED'} (${((Date.now() - from) / 1000).toFixed(0)} s)`);
  return status === 0;
};

/** A check that is no spec counts as one test. */
const check = (what, args) => {
  if (step(what, args)) counts.passed += 1;
  else counts.failed += 1;
};

const specs = (what, folders, more = []) => {
  const file = join(results, `${what.replaceAll(/\W+/g, '-')}.json`);
  const good = step(what, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join('node_modules', 'jest', 'bin', 'jest.js'), '-c', 'test/jest.config.mjs', '--json', `--outputFile=${file}`, ...more, ...folders]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
    counts.passed += numPassedTests;
    counts.failed += Math.max(numFailedTests, good ? 0 : 1, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0);
    counts.skipped += numPendingTests;
  } catch {
    counts.failed += 1;
  }
};

check('types of the specs', [join('node_modules', 'ts7', 'bin', 'tsc'), '-p', 'tsconfig.spec.json']);
check('lint', [join('test', 'lint', 'lint.mjs')]);
specs('specs of apps and libs', ['apps', 'libs'], ['--maxWorkers=2']);
specs('scenarios, browser and crashes on a real hub', ['test'], ['--runInBand']);

rmSync(results, { recursive: true, force: true });
say(`took ${((Date.now() - started) / 1000).toFixed(0)} s`);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
