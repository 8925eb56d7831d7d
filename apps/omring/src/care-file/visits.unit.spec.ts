import { describe, it } from '@jest/globals';
import { JointVisitAgreedData, VisitCancelledData, VisitCompletedData, VisitPlannedData, VisitRescheduledData } from '@kring/contracts';
import { fact } from '@kring/partner-service';
import { given } from '@kring/partner-service/testing';
import { agreeJointVisit, cancelVisit, completeVisit, moveVisit, planVisit, visits } from './visits.ts';

const nurse = { id: 'anke', name: 'Anke de Wit', role: 'district-nurse' };
const colleague = { id: 'bram', name: 'Bram Smit', role: 'home-carer' };
const morning = { startsAt: '2026-03-04T08:00:00Z', endsAt: '2026-03-04T08:30:00Z' };
const noon = { startsAt: '2026-03-04T12:00:00Z', endsAt: '2026-03-04T12:30:00Z' };
const visit = { visitId: 'visit-1', ...morning, professional: nurse };
const planned = fact(VisitPlannedData, visit);
const cancelled = fact(VisitCancelledData, { visitId: 'visit-1' });
const completed = fact(VisitCompletedData, { visitId: 'visit-1' });
const toNoon = { visitId: 'visit-1', ...noon };
const moved = fact(VisitRescheduledData, toNoon);
const together = { visitIds: [{ organisation: 'omring', visitId: 'visit-1' }, { organisation: 'de-woonschakel', visitId: 'visit-1' }], ...noon };
const agreed = fact(JointVisitAgreedData, together);

describe('a visit', () => {
  const visitsGiven = given(visits);

  it('is planned', () => visitsGiven().when((known) => planVisit(visit, known)).then([planned]));
  it('says nothing new when the same visit is sent twice', () => visitsGiven(planned).when((known) => planVisit(visit, known)).thenNothing());
  it('reads the same slot in another offset as the same slot', () =>
    visitsGiven(planned).when((known) => planVisit({ ...visit, startsAt: '2026-03-04T09:00:00+01:00' }, known)).thenNothing());
  it('is refused under the id of a visit at another time', () => visitsGiven(planned).when((known) => planVisit({ ...visit, ...noon }, known)).thenRefused('visit-already-planned'));
  it('is refused under the id of a visit that was cancelled', () => visitsGiven(planned, cancelled).when((known) => planVisit(visit, known)).thenRefused('visit-no-longer-planned'));
  it('is refused when it ends before it starts', () =>
    visitsGiven().when((known) => planVisit({ ...visit, endsAt: morning.startsAt }, known)).thenRefused('visit-ends-before-it-starts'));
  it('is refused when the professional is at this door already', () =>
    visitsGiven(planned).when((known) => planVisit({ ...visit, visitId: 'visit-2' }, known)).thenRefused('professional-already-there'));
  it('may be at the same time as that of a colleague', () =>
    visitsGiven(planned).when((known) => planVisit({ ...visit, visitId: 'visit-2', professional: colleague }, known)).then([fact(VisitPlannedData, { ...visit, visitId: 'visit-2', professional: colleague })]));

  it('moves', () => visitsGiven(planned).when((known) => moveVisit(toNoon, known)).then([moved]));
  it('says nothing new when it is moved twice to the same time', () => visitsGiven(planned, moved).when((known) => moveVisit(toNoon, known)).thenNothing());
  it('does not move when it was never planned', () => visitsGiven().when((known) => moveVisit(toNoon, known)).thenRefused('visit-not-planned'));
  it('does not move after it took place', () => visitsGiven(planned, completed).when((known) => moveVisit(toNoon, known)).thenRefused('visit-no-longer-planned'));
  it('does not move to where the professional is already', () => {
    const atNoon = fact(VisitPlannedData, { ...visit, visitId: 'visit-2', ...noon });
    visitsGiven(planned, atNoon).when((known) => moveVisit(toNoon, known)).thenRefused('professional-already-there');
  });

  it('is cancelled once', () => {
    visitsGiven(planned).when((known) => cancelVisit({ visitId: 'visit-1' }, known)).then([cancelled]);
    visitsGiven(planned, cancelled).when((known) => cancelVisit({ visitId: 'visit-1' }, known)).thenNothing();
  });
  it('is not cancelled after it took place', () => visitsGiven(planned, completed).when((known) => cancelVisit({ visitId: 'visit-1' }, known)).thenRefused('visit-no-longer-planned'));
  it('is completed once', () => {
    visitsGiven(planned).when((known) => completeVisit({ visitId: 'visit-1' }, known)).then([completed]);
    visitsGiven(planned, completed).when((known) => completeVisit({ visitId: 'visit-1' }, known)).thenNothing();
  });
  it('is not completed after it was cancelled', () => visitsGiven(planned, cancelled).when((known) => completeVisit({ visitId: 'visit-1' }, known)).thenRefused('visit-no-longer-planned'));
});

describe('a joint visit', () => {
  const visitsGiven = given(visits);

  it('is agreed with another organisation', () => visitsGiven(planned).when((known, at) => agreeJointVisit(together, known, at)).then([agreed]));
  it('says nothing new when it is agreed twice', () => visitsGiven(planned, agreed).when((known, at) => agreeJointVisit(together, known, at)).thenNothing());
  it('gives our visit its time', () => visitsGiven(planned, agreed).when((known) => moveVisit(toNoon, known)).thenNothing());
  it('is refused when none of the visits is ours', () => {
    const others = { ...together, visitIds: [{ organisation: 'meander', visitId: 'visit-1' }, { organisation: 'de-woonschakel', visitId: 'visit-1' }] };
    visitsGiven(planned).when((known, at) => agreeJointVisit(others, known, at)).thenRefused('joint-visit-without-own-visit');
  });
  it('is refused when it is of one organisation', () => {
    const alone = { ...together, visitIds: [{ organisation: 'omring', visitId: 'visit-1' }, { organisation: 'omring', visitId: 'visit-2' }] };
    visitsGiven(planned).when((known, at) => agreeJointVisit(alone, known, at)).thenRefused('joint-visit-of-one-organisation');
  });
  it('is refused when our visit was cancelled', () => visitsGiven(planned, cancelled).when((known, at) => agreeJointVisit(together, known, at)).thenRefused('visit-no-longer-planned'));
});
