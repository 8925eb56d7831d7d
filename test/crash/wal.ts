import { closeSync, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { whole, type Chance } from '../support/chance.ts';

/** https://www.sqlite.org/fileformat2.html#walformat */
const headBytes = 32;
const frameHeadBytes = 24;

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

/** Cuts the log off anywhere, as when the power went and little of it had reached the disk. */
export const tearAnywhere = (file: string, chance: Chance): void => {
  const size = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
  if (size > 0) truncateSync(`${file}-wal`, whole(chance, 0, size - 1));
};
