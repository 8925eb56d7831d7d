import { describe, it } from '@jest/globals';
import { TakeoverAcceptedData, TakeoverRefusedData, TakeoverRequestedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given } from '../testing/given.ts';
import { acceptTakeover, refuseTakeover, requestTakeover, takeovers } from './takeovers.ts';

const request = { takeoverId: 't-1', to: 'wijkteam-heerlen', residentConsultedOn: '2026-03-02' };
const requested = fact(TakeoverRequestedData, request);
const acceptance = { takeoverId: 't-1', professional: { id: 'noor', name: 'Noor Claessen', role: 'psychologist' } };
const accepted = fact(TakeoverAcceptedData, acceptance);
const refused = fact(TakeoverRefusedData, { takeoverId: 't-1' });
const withMandate = { mandates: ['takeover'] as const };

describe('a takeover', () => {
  const takeoverGiven = given(takeovers);

  it('is asked in consultation with those it is about, once', () => {
    takeoverGiven().when((known, at) => requestTakeover(request, known, at)).then([requested]);
    takeoverGiven(requested).when((known, at) => requestTakeover(request, known, at)).thenNothing();
  });
  it('is refused without that consultation', () =>
    takeoverGiven().when((known, at) => requestTakeover({ takeoverId: 't-1', to: 'wijkteam-heerlen' }, known, at)).thenRefused('resident-not-consulted'));
  it('is refused on a consultation that is still to come', () =>
    takeoverGiven().when((known, at) => requestTakeover({ ...request, residentConsultedOn: '2026-03-04' }, known, at)).thenRefused('resident-consulted-in-the-future'));
  it('is not asked of oneself', () => takeoverGiven().when((known, at) => requestTakeover({ ...request, to: 'omring' }, known, at)).thenRefused('takeover-by-oneself'));
  it('is refused under the id of another', () => takeoverGiven(requested).when((known, at) => requestTakeover({ ...request, to: 'cjg' }, known, at)).thenRefused('takeover-already-requested'));
  it('is accepted by whoever has the mandate, once', () => {
    takeoverGiven().when((known, at) => acceptTakeover(acceptance, known, at), withMandate).then([accepted]);
    takeoverGiven(accepted).when((known, at) => acceptTakeover(acceptance, known, at), withMandate).thenNothing();
    takeoverGiven().when((known, at) => acceptTakeover(acceptance, known, at), { mandates: [] }).thenRefused('no-mandate');
  });
  it('is accepted or refused, not both', () => {
    takeoverGiven(refused).when((known, at) => acceptTakeover(acceptance, known, at), withMandate).thenRefused('takeover-already-answered');
    takeoverGiven(accepted).when((known) => refuseTakeover({ takeoverId: 't-1' }, known)).thenRefused('takeover-already-answered');
  });
  it('is refused once', () => {
    takeoverGiven().when((known) => refuseTakeover({ takeoverId: 't-1' }, known)).then([refused]);
    takeoverGiven(refused).when((known) => refuseTakeover({ takeoverId: 't-1' }, known)).thenNothing();
  });
});
