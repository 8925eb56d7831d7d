import { describe, expect, it } from '@jest/globals';
import { SystemClock, clockFrom } from './clock.ts';

const nearly = (one: Date, other: number): boolean => Math.abs(one.getTime() - other) < 5_000;

describe('the clock', () => {
  it.each([[undefined], ['']])("is the machine's where none is set: %j", (startAt) => {
    expect(clockFrom(startAt, true)).toBeInstanceOf(SystemClock);
    expect(nearly(clockFrom(startAt, false).now(), Date.now())).toBe(true);
  });

  it('starts at another instant where one is set, and runs on from there', () => {
    const clock = clockFrom('2026-03-02T09:00:00Z', false);
    const first = clock.now();
    expect(nearly(first, Date.parse('2026-03-02T09:00:00Z'))).toBe(true);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(first.getTime());
  });

  it('cannot be set in production, nor to what is no instant', () => {
    expect(() => clockFrom('2026-03-02T09:00:00Z', true)).toThrow('KRING_CLOCK: the clock cannot be set when NODE_ENV is production');
    expect(() => clockFrom('next spring', false)).toThrow('KRING_CLOCK: is not an RFC 3339 date-time');
  });
});
