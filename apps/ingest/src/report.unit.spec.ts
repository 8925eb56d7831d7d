import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '@kring/door';
import { Report } from './report.ts';

const accepted = (at: number): Outcome => ({ id: `e-${at}`, source: 's', status: 'accepted', position: String(at).padStart(16, '0'), householdId: 'h' });
const rejected = (pointer: string): Outcome => ({
  id: 'r', source: 's', status: 'rejected', problem: { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'd', errors: [{ pointer, rule: 'required', detail: 'd' }] },
});
const reportOf = (outcomes: readonly Outcome[], pointed: 'list' | 'single' = 'list'): Report => {
  const report = new Report(pointed);
  report.add(outcomes);
  return report;
};

describe('the report of a request', () => {
  it('counts, lists in order and gives the last position', () => {
    const answer = reportOf([accepted(1), rejected('/data/x'), { ...accepted(2), status: 'duplicate' }]).answer('head');
    expect(answer).toMatchObject({ accepted: 1, rejected: 1, duplicates: 1, position: '0000000000000002' });
    expect(answer.results.map(({ status }) => status)).toEqual(['accepted', 'rejected', 'duplicate']);
  });

  it('lists all of a thousand, and of more only what was not accepted', () => {
    const many = (count: number): Outcome[] => Array.from({ length: count }, (_, at) => accepted(at));
    expect(reportOf(many(1_000)).answer('').results).toHaveLength(1_000);
    expect(reportOf([...many(1_000), rejected('/id')]).answer('').results.map(({ status }) => status)).toEqual(['rejected']);
  });

  it('is a problem when every event was rejected, with pointers into each', () => {
    const problemOf = (report: Report): unknown => {
      try {
        return report.answer('');
      } catch (error) {
        return (error as { body(): unknown }).body();
      }
    };
    expect(problemOf(reportOf([rejected('/data/x'), rejected('/id')]))).toMatchObject({ status: 400, errors: [{ pointer: '/0/data/x' }, { pointer: '/1/id' }] });
    expect(problemOf(reportOf([rejected('/data/x')], 'single'))).toMatchObject({ errors: [{ pointer: '/data/x' }] });
  });

  it('keeps bounded what it lists, and says so', () => {
    const answer = reportOf([accepted(1), ...Array.from({ length: 20_000 }, () => rejected('/id'))]).answer('');
    expect(answer.rejected).toBe(20_000);
    expect(answer.results.length).toBeLessThanOrEqual(10_000);
    expect(answer.resultsTruncated).toBe(true);
  });

  it('of nothing at all stands at the head of the log', () => {
    expect(reportOf([]).answer('0000000000000009')).toMatchObject({ accepted: 0, rejected: 0, position: '0000000000000009', results: [] });
  });
});
