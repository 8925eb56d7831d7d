import { describe, it } from '@jest/globals';
import { ReporterInformedData, SignalAnsweredData, SignalForwardedData, SignalRaisedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given } from '../testing/given.ts';
import { answerSignal, forwardSignal, informReporter, raiseSignal, signals } from './signals.ts';

const lonely = { signalId: 's-1', kind: 'loneliness', domain: 'welfare', urgency: 'normal' } as const;
const raised = fact(SignalRaisedData, lonely);
const answer = { signalId: 's-1', outcome: 'taken-up' } as const;
const answered = fact(SignalAnsweredData, answer);
const forwarding = { signalId: 's-1', to: 'buurtteam-de-lariks' };
const forwarded = fact(SignalForwardedData, forwarding);
const notice = { signalId: 's-1' };

describe('a signal', () => {
  const signalGiven = given(signals);

  it('is raised without any indication or case number', () => signalGiven().when((known, at) => raiseSignal(lonely, known, at)).then([raised]));
  it('says nothing new when it is raised twice', () => signalGiven(raised).when((known, at) => raiseSignal(lonely, known, at)).thenNothing());
  it('is refused under the id of another signal', () =>
    signalGiven(raised).when((known, at) => raiseSignal({ ...lonely, kind: 'debt' }, known, at)).thenRefused('signal-already-raised'));

  it.each(['rent-arrears', 'nuisance', 'neglect'] as const)('of %s is raised by a housing corporation', (kind) =>
    signalGiven().when((known, at) => raiseSignal({ ...lonely, kind }, known, at), { service: 'woningcorporatie' }).then([fact(SignalRaisedData, { ...lonely, kind })]));
  it.each(['loneliness', 'debt', 'domestic-tension', 'other'] as const)('of %s is not for a housing corporation to raise', (kind) =>
    signalGiven().when((known, at) => raiseSignal({ ...lonely, kind }, known, at), { service: 'woningcorporatie' }).thenRefused('signal-kind-not-for-housing'));

  it('is answered by whoever it is for, also when another partner raised it', () => signalGiven().when((known) => answerSignal(answer, known)).then([answered]));
  it('says nothing new when the same answer is sent twice', () => signalGiven(raised, answered).when((known) => answerSignal(answer, known)).thenNothing());
  it('does not get two answers', () =>
    signalGiven(raised, answered).when((known) => answerSignal({ ...answer, outcome: 'no-action' }, known)).thenRefused('signal-already-answered'));

  it('is forwarded, and on to a next', () => {
    signalGiven(raised).when((known, at) => forwardSignal(forwarding, known, at)).then([forwarded]);
    signalGiven(raised, forwarded).when((known, at) => forwardSignal(forwarding, known, at)).thenNothing();
    signalGiven(raised, forwarded).when((known, at) => forwardSignal({ ...forwarding, to: 'mee-drenthe' }, known, at)).then([fact(SignalForwardedData, { ...forwarding, to: 'mee-drenthe' })]);
  });
  it('is not forwarded to oneself', () => signalGiven(raised).when((known, at) => forwardSignal({ ...forwarding, to: 'omring' }, known, at)).thenRefused('signal-forwarded-to-oneself'));
  it('is not forwarded after it was answered', () => signalGiven(raised, answered).when((known, at) => forwardSignal(forwarding, known, at)).thenRefused('signal-already-answered'));

  it('is told back to who raised it, once', () => {
    const informed = fact(ReporterInformedData, notice);
    signalGiven(answered).when((known) => informReporter(notice, known)).then([informed]);
    signalGiven(answered, informed).when((known) => informReporter(notice, known)).thenNothing();
  });
});
