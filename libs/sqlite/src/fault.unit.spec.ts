import { describe, expect, it } from '@jest/globals';
import { describeFault, faultOf, type FaultKind } from './fault.ts';

const sqliteError = (errcode: number): Error => Object.assign(new Error('said by SQLite'), { errcode });

describe('what went wrong in SQLite', () => {
  it.each<[string, number, FaultKind]>([
    ['SQLITE_BUSY', 5, 'in-use'],
    ['SQLITE_BUSY_SNAPSHOT', 517, 'in-use'],
    ['SQLITE_READONLY', 8, 'read-only'],
    ['SQLITE_IOERR_WRITE', 778, 'input-output'],
    ['SQLITE_IOERR_FSYNC', 1034, 'unsure'],
    ['SQLITE_CORRUPT', 11, 'corrupt'],
    ['SQLITE_FULL', 13, 'full'],
    ['SQLITE_CANTOPEN', 14, 'input-output'],
    ['SQLITE_NOTADB', 26, 'corrupt'],
    ['SQLITE_CONSTRAINT', 19, 'other'],
  ])('%s', (_, errcode, kind) => {
    expect(faultOf(sqliteError(errcode))).toEqual({ kind, detail: 'said by SQLite' });
  });

  it('may be no error of SQLite at all', () => {
    expect(faultOf(new TypeError('a mistake'))).toEqual({ kind: 'other', detail: 'a mistake' });
    expect(faultOf('thrown text')).toEqual({ kind: 'other', detail: 'thrown text' });
  });

  it('is told with what to do and what SQLite said', () => {
    expect(describeFault({ kind: 'full', detail: 'database or disk is full' })).toBe(
      'the disk, or the size this file may have, is full: make room and try again (database or disk is full)',
    );
  });
});
