import { describe, expect, it } from '@jest/globals';
import type { AlertRow } from '@kring/contracts';
import { alertsBetween } from './alerts-between.ts';

const alert = (code: string, since: string, because: string[], more: Partial<AlertRow> = {}): AlertRow => ({
  code, name: code, severity: 'warning', since, message: { nl: '', en: '' }, actor: null, organisations: [], threshold: null, sensitivity: 'normal', because, ...more,
});

const codes = ({ raised, cleared, stays }: ReturnType<typeof alertsBetween>) => ({ raised: raised.map(({ code }) => code), cleared: cleared.map(({ code }) => code), stays: stays.map(({ after }) => after.code) });

describe('what became of the alerts', () => {
  it('tells those that came from those that went and those that stay', () => {
    const [one, two, three] = [alert('A01', '2026-01-01', ['e-1']), alert('A04', '2026-02-01', ['e-2']), alert('A11', '2026-02-02', ['e-3'])];
    expect(codes(alertsBetween([one, two], [one, three]))).toEqual({ raised: ['A11'], cleared: ['A04'], stays: ['A01'] });
  });

  it('knows an alert again when it rests on more, or holds since another instant', () => {
    expect(codes(alertsBetween([alert('A01', '2026-01-01', ['e-2'])], [alert('A01', '2026-01-01', ['e-1', 'e-2'])]))).toMatchObject({ raised: [], cleared: [], stays: ['A01'] });
    expect(codes(alertsBetween([alert('A07', '2026-01-01', ['e-1'])], [alert('A07', '2025-12-01', ['e-1', 'e-2'])]))).toMatchObject({ raised: [], cleared: [], stays: ['A07'] });
  });

  it('tells two alerts of one code apart', () => {
    const [one, two] = [alert('A04', '2026-01-01', ['e-1']), alert('A04', '2026-01-02', ['e-2'])];
    expect(codes(alertsBetween([one, two], [two]))).toEqual({ raised: [], cleared: ['A04'], stays: ['A04'] });
  });
});
