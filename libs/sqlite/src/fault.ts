/**
 * Why a database could not do its work. `unsure`: it may or may not have been done. `busy` and `closed` are the
 * queue's own answers; the others are SQLite's.
 */
export type FaultKind = 'full' | 'read-only' | 'input-output' | 'unsure' | 'corrupt' | 'in-use' | 'busy' | 'closed' | 'other';

/** A fault travels between threads, so it is plain data. `detail` never holds a value that was being written. */
export type Fault = { readonly kind: FaultKind; readonly detail: string };

/** https://www.sqlite.org/rescode.html */
const kinds: Readonly<Record<number, FaultKind>> = {
  5: 'in-use',
  6: 'in-use',
  8: 'read-only',
  10: 'input-output',
  11: 'corrupt',
  13: 'full',
  14: 'input-output',
  26: 'corrupt',
};

/**
 * A failed fsync leaves the last transaction's frames in the file without a promise that they stay or go: after a
 * crash they may be read back as committed.
 */
const failedSync = 1034;

export const faultOf = (error: unknown): Fault => {
  const detail = error instanceof Error ? error.message : String(error);
  if (!isSqliteError(error)) return { kind: 'other', detail };
  if (error.errcode === failedSync) return { kind: 'unsure', detail };
  return { kind: kinds[error.errcode & 0xff] ?? 'other', detail };
};

const advice: Readonly<Record<FaultKind, string>> = {
  full: 'the disk, or the size this file may have, is full: make room and try again',
  'read-only': 'the file may not be written: check its owner, its rights and whether the disk is mounted read-only',
  'input-output': 'the disk does not answer as it should: check the disk and its free space, then try again',
  unsure: 'whether the last write was kept is unknown: repeat it',
  corrupt: 'the file is damaged: stop, keep a copy, and restore the last backup',
  'in-use': 'another process holds the file: stop it, or use another file',
  busy: 'more is waiting to be written than may wait: try again later',
  closed: 'it was closed',
  other: 'this was not foreseen: see the detail',
};

export const describeFault = ({ kind, detail }: Fault): string => `${advice[kind]} (${detail})`;

type SqliteError = Error & { readonly errcode: number };

const isSqliteError = (error: unknown): error is SqliteError =>
  typeof error === 'object' && error !== null && typeof (error as { errcode?: unknown }).errcode === 'number';
