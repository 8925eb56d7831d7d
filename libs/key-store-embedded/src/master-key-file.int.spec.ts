import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrCreateMasterKey } from './master-key-file.ts';

describe('the file of the master key', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kring-master-'));
    file = join(folder, 'secrets', 'master.key');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made at the first call, with its folder, and kept from then on', () => {
    const made = loadOrCreateMasterKey(file);
    expect(made.byteLength).toBe(32);
    expect(Buffer.compare(loadOrCreateMasterKey(file), made)).toBe(0);
  });

  it('differs from every other', () => {
    expect(Buffer.compare(loadOrCreateMasterKey(file), loadOrCreateMasterKey(`${file}2`))).not.toBe(0);
  });

  it('may be read by its owner only, and so may its folder', () => {
    loadOrCreateMasterKey(file);
    if (process.platform === 'win32') return;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
  });

  it('leaves no draft behind', () => {
    loadOrCreateMasterKey(file);
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['master.key']);
  });

  it('is refused, and not replaced, when it holds something else', () => {
    loadOrCreateMasterKey(file);
    writeFileSync(file, 'half a key');
    expect(() => loadOrCreateMasterKey(file)).toThrow('put back the copy');
    expect(statSync(file).size).toBe(10);
  });
});
