import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.ts';
import { reporterInformed, signalAnswered, signalForwarded, signalRaised } from '../testing/story.ts';

describe('a signal', () => {
  const raised = signalRaised('de-woonschakel', '2026-10-02', 'g-1', { addressedTo: 'omring' });

  it('is open until it is answered, and says until when that can wait', () =>
    given(raised).at('2026-10-03').then({ signals: [{ state: 'open', raisedBy: 'de-woonschakel', addressedTo: 'omring', raisedAt: '2026-10-02T12:00:00.000Z', dueBy: '2026-10-09T22:00:00.000Z', outcome: null }] }));

  it('has its term by its urgency', () => {
    given(signalRaised('omring', '2026-10-02', 'g-1', { urgency: 'urgent' })).at('2026-10-03').then({ signals: [{ dueBy: '2026-10-05T22:00:00.000Z' }] });
    given(signalRaised('omring', '2026-10-02', 'g-1', { urgency: 'low' })).at('2026-10-03').then({ signals: [{ dueBy: '2026-10-16T22:00:00.000Z' }] });
  });

  it('starts its term anew when it is first forwarded, and not again', () => {
    const story = given(raised, signalForwarded('omring', '2026-10-07', 'g-1', 'noordermaat'), signalForwarded('noordermaat', '2026-10-12', 'g-1', 'mee-drenthe'));
    story.at('2026-10-08').then({ signals: [{ state: 'forwarded', addressedTo: 'noordermaat', dueBy: '2026-10-14T22:00:00.000Z' }] });
    story.at('2026-10-13').then({ signals: [{ addressedTo: 'mee-drenthe', dueBy: '2026-10-14T22:00:00.000Z' }] });
  });

  it('is answered once: what comes after changes nothing', () => {
    const answered = signalAnswered('omring', '2026-10-05', 'g-1');
    given(raised, answered, signalForwarded('omring', '2026-10-06', 'g-1', 'noordermaat'), signalAnswered('omring', '2026-10-07', 'g-1'))
      .at('2026-10-08')
      .then({ signals: [{ state: 'answered', answeredAt: '2026-10-05T12:00:00.000Z', addressedTo: 'omring', because: [raised.id, answered.id] }] });
  });

  it('is new when it is raised again after an answer', () =>
    given(raised, signalAnswered('omring', '2026-10-05', 'g-1'), signalRaised('de-woonschakel', '2026-11-02', 'g-1'))
      .at('2026-11-03')
      .then({ signals: [{ state: 'open', raisedAt: '2026-11-02T12:00:00.000Z', answeredAt: null, outcome: null }] }));

  it('of which two bear the same id is answered by the one it was addressed to', () => {
    const { circle } = given(signalRaised('noordermaat', '2026-10-01', 'g-1', { addressedTo: 'mee-drenthe' }), raised, signalAnswered('omring', '2026-10-05', 'g-1')).at('2026-10-06');
    expect(circle.signals.map(({ raisedBy, state }) => [raisedBy, state])).toEqual([['noordermaat', 'open'], ['de-woonschakel', 'answered']]);
  });

  it('says when its reporter was informed', () => given(raised, signalAnswered('omring', '2026-10-05', 'g-1'), reporterInformed('omring', '2026-10-06', 'g-1')).at('2026-10-07').then({ signals: [{ reporterInformedAt: '2026-10-06T12:00:00.000Z' }] }));

  it('that nobody raised cannot be forwarded, answered or reported back', () =>
    given(signalForwarded('omring', '2026-10-01', 'g-1', 'noordermaat'), signalAnswered('omring', '2026-10-02', 'g-1'), reporterInformed('omring', '2026-10-03', 'g-1')).at('2026-10-04').then({ signals: [] }));
});
