import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isBsn } from './bsn.ts';
import { isInstant, isLocalDate } from './calendar.ts';

const digits = (value: number): string => String(value).padStart(9, '0');

describe('a BSN', () => {
  it.each(['999990019', '123456782', '010464554'])('%s passes the 11-test', (value) => expect(isBsn(value)).toBe(true));

  it.each<unknown>([
    ...['123456789', '000000000', '12345678', '1234567820', '12345678x', ' 123456782', '１２３４５６７８２'],
    ...[123456782, null, undefined],
  ])('%p is none', (value) => expect(isBsn(value)).toBe(false));

  it('is one in eleven numbers', () => {
    const among = (from: number): number => Array.from({ length: 11_000 }, (_, place) => digits(from + place)).filter(isBsn).length;
    expect(among(100_000_000)).toBeGreaterThan(900);
    expect(among(100_000_000)).toBeLessThan(1_100);
  });

  it('is never right with one digit wrong, or with two neighbours in each other\'s place', () => {
    const right = fc.integer({ min: 1, max: 999_999_999 }).map(digits).filter(isBsn);
    fc.assert(
      fc.property(right, fc.nat(8), fc.integer({ min: 1, max: 9 }), (value, place, more) => {
        const other = (Number(value[place]) + more) % 10;
        expect(isBsn(value.slice(0, place) + other + value.slice(place + 1))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(right, fc.nat(6), (value, place) => {
        const swapped = value.slice(0, place) + value[place + 1]! + value[place]! + value.slice(place + 2);
        expect(isBsn(swapped)).toBe(swapped === value);
      }),
    );
  });
});

describe('an instant', () => {
  it('is every instant that a clock of ours writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }), (date) => {
        expect(isInstant(date.toISOString())).toBe(true);
        expect(isLocalDate(date.toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });

  it.each(['2024-02-29T00:00:00Z', '2026-03-29T02:30:00+01:00', '2026-03-29T02:30:00.123456789-09:30', '2026-12-31T23:59:59+00:00'])('may be %s', (value) => {
    expect(isInstant(value)).toBe(true);
    expect(Number.isNaN(Date.parse(value))).toBe(false);
  });

  it.each([
    ...['2026-02-29T00:00:00Z', '2026-03-29T02:30:00', '2026-03-29', '2026-03-29T24:00:00Z', '2026-03-29T23:59:60Z'],
    ...['2026-03-29t02:30:00z', '2026-3-9T02:30:00Z', '+02026-03-29T02:30:00Z', '2026-03-29T02:30:00Z\n'],
  ])('is not %j', (value) => expect(isInstant(value)).toBe(false));

  it.each([[20260329], [null], [new Date(0)]])('is a text, not %p', (value) => expect(isInstant(value)).toBe(false));
});

describe('a day', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1900-02-28'])('may be %s', (value) => expect(isLocalDate(value)).toBe(true));

  it.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '1948-00-00', '26-01-01', '2026-01-01T00:00:00Z'])('is not %s', (value) =>
    expect(isLocalDate(value)).toBe(false),
  );
});
