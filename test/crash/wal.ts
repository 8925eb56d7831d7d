import { closeSync, existsSync, openSync, readFileSync, readSync, statSync, truncateSync } from 'node:fs';
import os from 'node:os';
import { whole, type Chance } from '../support/chance.ts';

/** https://www.sqlite.org/fileformat2.html#walformat */
const headBytes = 32;
const frameHeadBytes = 24;
/** https://www.sqlite.org/walformat.html#the_wal_index_file_format */
const attemptedAt = 128;

/** Where the last transaction lies in a write-ahead log, in bytes; null when there is none. What an older round left behind it is no part of it. */
const lastTransaction = (file: string): { readonly from: number; readonly to: number } | null => {
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size < headBytes) return null;
  const open = openSync(file, 'r');
  try {
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      readSync(open, bytes, 0, length, at);
      return bytes;
    };
    const head = read(0, headBytes);
    const frameBytes = frameHeadBytes + head.readUInt32BE(8);
    const salts = head.subarray(16, 24);
    let [from, to] = [headBytes, headBytes];
    for (let at = headBytes; at + frameBytes <= size; at += frameBytes) {
      const frame = read(at, frameHeadBytes);
      if (!frame.subarray(8, 16).equals(salts)) break;
      const isCommit = frame.readUInt32BE(4) !== 0;
      if (isCommit) [from, to] = [to, at + frameBytes];
    }
    return to > from ? { from, to } : null;
  } finally {
    closeSync(open);
  }
};

/** Cuts the log off within its last transaction, as when the power went while that was on its way to the disk. Answers whether there was one. */
export const tearLastTransaction = (file: string, chance: Chance): boolean => {
  const last = lastTransaction(`${file}-wal`);
  if (last) truncateSync(`${file}-wal`, whole(chance, last.from, last.to - 1));
  return last !== null;
};

/**
 * How much of a write-ahead log is on the disk for certain, when its commits are not synced: SQLite syncs it before it copies
 * pages from it into the database, so whatever a copying has begun on. The shared memory beside the log tells (nBackfillAttempted).
 */
const syncedBytes = (file: string): number => {
  const memory = existsSync(`${file}-shm`) ? readFileSync(`${file}-shm`) : Buffer.alloc(0);
  const frames = memory.length < attemptedAt + 4 ? 0 : os.endianness() === 'LE' ? memory.readUInt32LE(attemptedAt) : memory.readUInt32BE(attemptedAt);
  return frames === 0 ? 0 : headBytes + frames * (frameHeadBytes + readFileSync(`${file}-wal`).readUInt32BE(8));
};

/** Cuts the log off anywhere behind what is on the disk for certain, as when the power went. */
export const tearAnywhere = (file: string, chance: Chance): void => {
  const size = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
  const synced = size === 0 ? 0 : syncedBytes(file);
  if (size > synced) truncateSync(`${file}-wal`, whole(chance, synced, size - 1));
};
