import { keyBytes, WrongMasterKey } from '@kring/key-store';
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The master key kept in a file that only its owner may read. The first call makes it and answers once it is on disk;
 * keep a copy elsewhere, because without it nothing personal can be read again.
 *
 * @throws WrongMasterKey when the file does not hold a key.
 */
export const loadOrCreateMasterKey = (file: string): Uint8Array => {
  const existing = read(file);
  if (existing) return existing;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.new`;
  try {
    write(draft, randomBytes(keyBytes));
    publish(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file)!;
};

const read = (file: string): Uint8Array | undefined => {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (bytes.byteLength !== keyBytes) throw new WrongMasterKey(`${file} does not hold a master key of ${keyBytes} bytes: put back the copy that was kept of it`);
  return Uint8Array.from(bytes);
};

const write = (file: string, bytes: Uint8Array): void => {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** A link appears whole or not at all and never replaces a key that another process made in the meantime. */
const publish = (draft: string, file: string): void => {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
};
