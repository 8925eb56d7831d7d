import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { lockFor } from './lock.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

describe('the lock on a file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kring-lock-'));
    file = join(folder, 'events.db');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is held by one at a time', () => {
    const lock = lockFor(file);
    expect(() => lockFor(file)).toThrow('locked');
    lock.release();
    lockFor(file).release();
  });

  it('is held for one file only', () => {
    const locks = [lockFor(file), lockFor(`${file}2`)];
    locks.forEach((lock) => lock.release());
  });

  it('keeps other processes out, and is free again when its process is killed', async () => {
    const source = `import { lockFor } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
      lockFor(${JSON.stringify(file)}); process.stdout.write('held'); setInterval(() => {}, 1_000);`;
    const holder = spawn(execPath, ['--input-type=module', '--eval', source], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await once(holder.stdout, 'data');
      expect(() => lockFor(file)).toThrow('locked');
    } finally {
      holder.kill('SIGKILL');
      await once(holder, 'exit');
    }
    lockFor(file).release();
  });
});
