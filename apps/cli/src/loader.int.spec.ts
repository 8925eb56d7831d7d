import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

let root: string;
let loader: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kring-loader-'));
  loader = join(root, 'apps', 'cli', 'bin', 'kring.mjs');
  mkdirSync(join(root, 'apps', 'cli', 'bin'), { recursive: true });
  copyFileSync(fileURLToPath(new URL('../bin/kring.mjs', import.meta.url)), loader);
});
afterEach(() => rmSync(root, { recursive: true }));

const build = (program: string): void => {
  mkdirSync(join(root, 'apps', 'cli', 'dist'));
  writeFileSync(join(root, 'apps', 'cli', 'dist', 'main.js'), program);
};
const start = (...words: string[]) => spawnSync(process.execPath, [loader, ...words], { encoding: 'utf8' });
/** Makes this Node look old to the loader, and nothing else. */
const startOnOldNode = (...words: string[]) => {
  const old = join(root, 'old.mjs');
  writeFileSync(old, `const { versions } = process;\nif (!process.env.KRING_NODE_FOUND) Object.defineProperty(process, 'versions', { value: { ...versions, node: '20.0.0' } });`);
  return spawnSync(process.execPath, ['--import', old, loader, ...words], { encoding: 'utf8' });
};

describe('the way in to kring', () => {
  it('runs what was built, with the words it was given', () => {
    build('console.log(process.argv.slice(2).join());');
    expect(start('circle', 'x')).toMatchObject({ status: 0, stdout: 'circle,x\n' });
  });

  it('says how to build it when that was not done', () => {
    expect(start()).toMatchObject({ status: 1, stdout: '', stderr: 'kring: not built yet; run `npm run build` in the root of the repository first.\n' });
  });

  it('goes on under the Node that the project brings when the machine has an old one', () => {
    build('console.log(process.argv.slice(2).join()); process.exitCode = 3;');
    const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
    mkdirSync(packaged, { recursive: true });
    symlinkSync(process.execPath, join(packaged, process.platform === 'win32' ? 'node.exe' : 'node'));
    expect(startOnOldNode('doctor')).toMatchObject({ status: 3, stdout: 'doctor\n', stderr: '' });
  });

  it('says what to do when there is no newer Node', () => {
    build('');
    expect(startOnOldNode()).toMatchObject({ status: 1, stderr: expect.stringMatching(/^kring: Node 20\.0\.0 is too old, 24 or newer is needed; run `npm ci` [^\n]+\n$/) });
  });
});
