import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { inWords, isPassing } from './fault.ts';

const told = (code: string): Error => Object.assign(new pg.DatabaseError('told', 4, 'error'), { code });

describe('a fault of PostgreSQL', () => {
  it.each([
    ['the connection is lost', '08006'], ['these credentials are not accepted', '28P01'], ['the database is not there', '3D000'], ['a deadlock', '40P01'],
    ['the disk is full', '53100'], ['too many connections', '53300'], ['it is a standby now', '25006'], ['it took too long', '57014'], ['it stops', '57P01'], ['it starts', '57P03'], ['the disk fails', '58030'],
  ])('passes: %s', (_, state) => {
    expect(isPassing(told(state))).toBe(true);
  });

  it.each([['a statement that is wrong', '42601'], ['a table that is not there', '42P01'], ['no right to it', '42501'], ['a row twice', '23505'], ['a text that cannot be kept', '22021']])('stays: %s', (_, state) => {
    expect(isPassing(told(state))).toBe(false);
  });

  it('passes where no server said anything, but for what is wrong here', () => {
    expect([new Error('Connection terminated'), Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })].map(isPassing)).toEqual([true, true]);
    expect([new TypeError('a mistake'), new RangeError('too much')].map(isPassing)).toEqual([false, false]);
  });

  it('is told in words, also where it is several, or has none', () => {
    expect(inWords(new AggregateError([new Error('no ::1'), Object.assign(new Error(''), { code: 'ECONNREFUSED' })]))).toBe('no ::1, ECONNREFUSED');
    expect(inWords(undefined)).toBe('it gave no reason');
  });
});
