import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.ts';
import { assigned, ended, registered, reporterInformed, signalAnswered, signalForwarded, signalRaised, started, supporterAdded, supporterRemoved } from '../testing/story.ts';

describe('A04, a signal that waits', () => {
  const raised = signalRaised('de-woonschakel', '2026-10-02', 'g-1', { addressedTo: 'omring' });

  it('is raised after five working days, for the one it was addressed to', () => {
    expect(given(raised).at('2026-10-09T21:59:59Z').alerts('A04')).toEqual([]);
    expect(given(raised).at('2026-10-09T22:00:00Z').alerts('A04')).toMatchObject([{ severity: 'warning', since: '2026-10-09T22:00:00.000Z', actor: 'omring', because: [raised.id] }]);
  });

  it('protects the reporter: it does not say who raised the signal', () => expect(JSON.stringify({ ...given(raised).at('2026-10-10').alerts('A04')[0], because: null })).not.toContain('de-woonschakel'));

  it('is urgent and sooner for an urgent signal, later for a low one', () => {
    expect(given(signalRaised('omring', '2026-10-02', 'g-1', { urgency: 'urgent' })).at('2026-10-05T22:00:00Z').alerts('A04')).toMatchObject([{ severity: 'urgent' }]);
    expect(given(signalRaised('omring', '2026-10-02', 'g-1', { urgency: 'low' })).at('2026-10-16').alerts('A04')).toEqual([]);
    expect(given(signalRaised('omring', '2026-10-02', 'g-1', { urgency: 'low' })).at('2026-10-16T22:00:00Z').alerts('A04')).toHaveLength(1);
  });

  it('is cleared by an answer, and put off once by forwarding', () => {
    expect(given(raised, signalAnswered('omring', '2026-10-12', 'g-1')).at('2026-10-13').alerts('A04')).toEqual([]);
    const forwarded = [raised, signalForwarded('omring', '2026-10-09', 'g-1', 'noordermaat')];
    expect(given(...forwarded).at('2026-10-16').alerts('A04')).toEqual([]);
    expect(given(...forwarded, signalForwarded('noordermaat', '2026-10-15', 'g-1', 'omring')).at('2026-10-17').alerts('A04')).toMatchObject([{ since: '2026-10-16T22:00:00.000Z' }]);
  });

  it('that was addressed to nobody is for the contact person, else for the municipality', () => {
    const open = signalRaised('de-woonschakel', '2026-10-02', 'g-1');
    expect(given(registered('2026-01-01'), assigned('noordermaat', '2026-09-01'), open).at('2026-10-10').alerts('A04')).toMatchObject([{ actor: 'noordermaat' }]);
    expect(given(registered('2026-01-01'), open).at('2026-10-10').alerts('A04')).toMatchObject([{ actor: 'gemeente-assen' }]);
  });

  it('of a hidden signal is for those in it alone', () =>
    expect(given(signalRaised('politie', '2026-10-02', 'g-1', { addressedTo: 'omring', sensitivity: 'hidden' })).at('2026-10-10').alerts('A04')).toMatchObject([{ sensitivity: 'hidden', organisations: ['politie', 'omring'] }]));
});

describe('A18, a reporter who was left in the dark', () => {
  const answered = [signalRaised('de-woonschakel', '2026-10-01', 'g-1', { addressedTo: 'omring' }), signalAnswered('omring', '2026-10-02', 'g-1')];

  it('is raised five working days after the answer, for the one who answered', () => {
    expect(given(...answered).at('2026-10-09').alerts('A18')).toEqual([]);
    expect(given(...answered).at('2026-10-09T22:00:00Z').alerts('A18')).toMatchObject([{ severity: 'warning', since: '2026-10-09T22:00:00.000Z', actor: 'omring' }]);
  });

  it('is cleared when the reporter is informed', () => expect(given(...answered, reporterInformed('omring', '2026-10-12', 'g-1')).at('2026-10-13').alerts('A18')).toEqual([]));
});

describe('A21, a household on its own', () => {
  const raised = signalRaised('de-woonschakel', '2026-10-02', 'g-1');

  it('is raised at once by a signal where nobody supports or helps', () => expect(given(raised).at('2026-10-02').alerts('A21')).toMatchObject([{ since: '2026-10-02T12:00:00.000Z', because: [raised.id] }]));

  it('is not raised where there is a supporter or an involvement, hidden ones included', () => {
    expect(given(supporterAdded('omring', '2026-01-01', 's-1'), raised).at('2026-10-03').alerts('A21')).toEqual([]);
    expect(given(started('politie', '2026-01-01', 'i-1', { sensitivity: 'hidden' }), started('politie', '2026-09-01', 'i-2', { sensitivity: 'hidden' }), raised).at('2026-10-03').alerts('A21')).toEqual([]);
  });

  it('begins when the last of them is gone', () => {
    const story = given(started('omring', '2026-01-01', 'i-1'), supporterAdded('omring', '2026-01-01', 's-1'), raised, ended('omring', '2026-10-05', 'i-1'), supporterRemoved('omring', '2026-10-07', 's-1'));
    expect(story.at('2026-10-06').alerts('A21')).toEqual([]);
    expect(story.at('2026-10-08').alerts('A21')).toMatchObject([{ since: '2026-10-07T12:00:00.000Z' }]);
  });

  it('is cleared by an answer or by anyone who comes', () => {
    expect(given(raised, signalAnswered('omring', '2026-10-03', 'g-1')).at('2026-10-04').alerts('A21')).toEqual([]);
    expect(given(raised, supporterAdded('omring', '2026-10-03', 's-1')).at('2026-10-04').alerts('A21')).toEqual([]);
  });
});
