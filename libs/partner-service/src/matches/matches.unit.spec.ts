import { describe, it } from '@jest/globals';
import { CoordinationAgreedData, MatchAcknowledgedData, MatchClosedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given } from '../testing/given.ts';
import { acknowledgeMatch, agreeCoordination, closeMatch, matches } from './matches.ts';

const match = { matchId: 'm-1' };
const fatma = { id: 'fatma', name: 'Fatma Yilmaz', role: 'neighbourhood-supporter' };
const joost = { id: 'joost', name: 'Joost Bakker', role: 'social-worker' };
const acknowledged = fact(MatchAcknowledgedData, match);
const agreed = fact(CoordinationAgreedData, { ...match, owner: fatma });
const closing = { ...match, outcome: 'one-visit-rhythm' } as const;
const closed = fact(MatchClosedData, closing);

describe('a match that the hub detected', () => {
  const matchGiven = given(matches);

  it('is acknowledged, once', () => {
    matchGiven().when((known) => acknowledgeMatch(match, known)).then([acknowledged]);
    matchGiven(acknowledged).when((known) => acknowledgeMatch(match, known)).thenNothing();
  });
  it('gets an owner, and perhaps another later', () => {
    matchGiven(acknowledged).when((known) => agreeCoordination({ ...match, owner: fatma }, known)).then([agreed]);
    matchGiven(agreed).when((known) => agreeCoordination({ ...match, owner: fatma }, known)).thenNothing();
    matchGiven(agreed).when((known) => agreeCoordination({ ...match, owner: joost }, known)).then([fact(CoordinationAgreedData, { ...match, owner: joost })]);
  });
  it('gets no other owner once it is closed', () => matchGiven(agreed, closed).when((known) => agreeCoordination({ ...match, owner: joost }, known)).thenRefused('match-already-closed'));
  it('is closed, once, with one outcome', () => {
    matchGiven(agreed).when((known) => closeMatch(closing, known)).then([closed]);
    matchGiven(closed).when((known) => closeMatch(closing, known)).thenNothing();
    matchGiven(closed).when((known) => closeMatch({ ...closing, outcome: 'no-overlap' }, known)).thenRefused('match-already-closed');
  });
});
