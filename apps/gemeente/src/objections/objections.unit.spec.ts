import { describe, it } from '@jest/globals';
import { InvolvementContestedData, ObjectionDecidedData, ObjectionRaisedData } from '@kring/contracts';
import { fact } from '@kring/partner-service';
import { given, happened } from '@kring/partner-service/testing';
import { contestInvolvement, decideObjection, objections, raiseObjection } from './objections.ts';

const objection = { objectionId: 'o-1', scope: 'share-involvement' };
const raised = fact(ObjectionRaisedData, objection);
const decision = { objectionId: 'o-1', upheld: true };
const decided = fact(ObjectionDecidedData, decision);
const objectionGiven = given(objections);

describe('an objection', () => {
  it('is written down for the resident, once', () => {
    objectionGiven().when((known) => raiseObjection(objection, known)).then([raised]);
    objectionGiven(raised).when((known) => raiseObjection(objection, known)).thenNothing();
  });
  it('is refused under the id of another', () => objectionGiven(raised).when((known) => raiseObjection({ ...objection, scope: 'takeover' }, known)).thenRefused('objection-already-raised'));
  it('is decided, also when the resident raised it elsewhere', () => {
    objectionGiven(raised).when((known) => decideObjection(decision, known)).then([decided]);
    objectionGiven().when((known) => decideObjection(decision, known)).then([decided]);
  });
  it('is decided once', () => {
    objectionGiven(raised, decided).when((known) => decideObjection(decision, known)).thenNothing();
    objectionGiven(raised, decided).when((known) => decideObjection({ ...decision, upheld: false }, known)).thenRefused('objection-already-decided');
  });
});

describe('an involvement that a resident contests', () => {
  const contest = { involvementId: 'i-1' };
  const contested = fact(InvolvementContestedData, contest);

  it('is contested, and later perhaps again', () => objectionGiven(contested).when((known, at) => contestInvolvement(contest, known, at)).then([contested]));
  it('says nothing new when the same moment is sent twice', () =>
    objectionGiven(happened('2026-03-03T08:00:00Z', contested)).when((known, at) => contestInvolvement(contest, known, at)).thenNothing());
});
