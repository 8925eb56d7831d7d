import { describe, it } from '@jest/globals';
import { InvolvementChangedData, InvolvementConfirmedData, InvolvementEndedData, InvolvementStartedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given, happened } from '../testing/given.ts';
import { changeInvolvement, confirmInvolvement, endInvolvement, involvements, startInvolvement } from './involvements.ts';

const worker = { id: 'mo', name: 'Mo Haddad', role: 'social-worker' };
const start = { involvementId: 'i-1', professional: worker, level: 'basic-team', domain: 'welfare' } as const;
const started = fact(InvolvementStartedData, start);
const end = { involvementId: 'i-1', reason: 'completed' } as const;
const ended = fact(InvolvementEndedData, end);

describe('an involvement', () => {
  const involvementGiven = given(involvements);

  it('starts', () => involvementGiven().when((known, at) => startInvolvement(start, known, at)).then([started]));
  it('says nothing new when the same start is sent twice', () => involvementGiven(started).when((known, at) => startInvolvement(start, known, at)).thenNothing());
  it('is refused under the id of one that runs otherwise', () =>
    involvementGiven(started).when((known, at) => startInvolvement({ ...start, domain: 'debt' }, known, at)).thenRefused('involvement-already-started'));
  it('is refused under the id of one that ended', () => involvementGiven(started, ended).when((known, at) => startInvolvement(start, known, at)).thenRefused('involvement-ended'));
  it('is refused when it should end before it starts', () =>
    involvementGiven().when((known, at) => startInvolvement({ ...start, expectedEnd: '2026-03-02' }, known, at)).thenRefused('expected-end-before-start'));

  it('changes to another level', () => {
    const change = { involvementId: 'i-1', level: 'district-team' } as const;
    involvementGiven(started).when((known) => changeInvolvement(change, known)).then([fact(InvolvementChangedData, change)]);
    involvementGiven(started, fact(InvolvementChangedData, change)).when((known) => changeInvolvement(change, known)).thenNothing();
  });
  it('always counts a change of the professional, whose telephone number is sealed', () => {
    const change = { involvementId: 'i-1', professional: { ...worker, phone: '06-12345678' } };
    involvementGiven(started).when((known) => changeInvolvement(change, known)).then([fact(InvolvementChangedData, change)]);
  });
  it('does not change before it starts', () =>
    involvementGiven().when((known) => changeInvolvement({ involvementId: 'i-1', level: 'specialist' }, known)).thenRefused('involvement-not-started'));
  it('does not change after it ended', () =>
    involvementGiven(started, ended).when((known) => changeInvolvement({ involvementId: 'i-1', level: 'specialist' }, known)).thenRefused('involvement-ended'));

  it('ends', () => involvementGiven(started).when((known, at) => endInvolvement(end, known, at)).then([ended]));
  it('says nothing new when the same end is sent twice', () => involvementGiven(started, ended).when((known, at) => endInvolvement(end, known, at)).thenNothing());
  it('does not end twice for two reasons', () =>
    involvementGiven(started, ended).when((known, at) => endInvolvement({ ...end, reason: 'moved' }, known, at)).thenRefused('involvement-already-ended'));
  it('does not end when it never started', () => involvementGiven().when((known, at) => endInvolvement(end, known, at)).thenRefused('involvement-not-started'));
  it('does not end before it starts', () =>
    involvementGiven(started).when((known, at) => endInvolvement(end, known, at), { occurredAt: '2026-02-27T12:00:00.000Z' }).thenRefused('involvement-ends-before-it-starts'));

  it('is confirmed time and again, and once a moment', () => {
    const confirmed = fact(InvolvementConfirmedData, { involvementId: 'i-1' });
    involvementGiven(started, confirmed).when((known, at) => confirmInvolvement({ involvementId: 'i-1' }, known, at)).then([confirmed]);
    involvementGiven(started, happened('2026-03-03T09:00:00+01:00', confirmed)).when((known, at) => confirmInvolvement({ involvementId: 'i-1' }, known, at)).thenNothing();
  });
  it('is not confirmed after it ended', () =>
    involvementGiven(started, ended).when((known, at) => confirmInvolvement({ involvementId: 'i-1' }, known, at)).thenRefused('involvement-ended'));

  it('is not disturbed by an end that is told before its start but happened later', () =>
    involvementGiven(happened('2026-03-02T10:00:00Z', ended), happened('2026-03-01T10:00:00Z', started)).when((known, at) => endInvolvement(end, known, at)).thenNothing());
});
