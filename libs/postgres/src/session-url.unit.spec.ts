import { describe, expect, it } from '@jest/globals';
import { numberIn, sessionUrl } from './session-url.ts';

const optionsIn = (url: string): string => new URL(url).searchParams.get('options') ?? '';

describe('the address of a database', () => {
  it('comes with what each session begins with, and keeps what it had', () => {
    const url = sessionUrl('postgresql://kring:s%40cret@db.example:5433/kring?sslmode=verify-full&options=-c%20work_mem%3D64MB', 15_000);
    expect(url).toContain('//kring:s%40cret@db.example:5433/kring?sslmode=verify-full');
    expect(optionsIn(url)).toContain('-c synchronous_commit=on');
    expect(optionsIn(url)).toContain('-c statement_timeout=15000');
    expect(optionsIn(url).endsWith('-c work_mem=64MB')).toBe(true);
    expect(new URL(url).searchParams.get('application_name')).toBe('kring');
  });

  it('may name its sessions itself', () => {
    expect(new URL(sessionUrl('postgres://db/kring?application_name=hub-2', 1)).searchParams.get('application_name')).toBe('hub-2');
  });

  it('may carry numbers of ours', () => {
    expect([numberIn('postgres://db/kring?connections=20', 'connections'), numberIn('postgres://db/kring', 'connections')]).toEqual([20, undefined]);
    for (const wrong of ['0', '-1', '1.5', 'many', '']) expect(() => numberIn(`postgres://db/kring?connections=${wrong}`, 'connections')).toThrow('whole number');
  });
});
