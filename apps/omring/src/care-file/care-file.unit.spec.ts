import { describe, it } from '@jest/globals';
import { InvolvementEndedData, InvolvementStartedData, VisitCancelledData, VisitCompletedData, VisitPlannedData } from '@kring/contracts';
import { fact } from '@kring/partner-service';
import { given, happened } from '@kring/partner-service/testing';
import { careFile, closeCareFile, openCareFile, planCareVisit } from './care-file.ts';

const nurse = { id: 'anke', name: 'Anke de Wit', role: 'district-nurse' };
const colleague = { id: 'bram', name: 'Bram Smit', role: 'home-carer' };
const opening = { involvementId: 'care-1', professional: nurse, level: 'basic-team', domain: 'care' } as const;
const opened = fact(InvolvementStartedData, opening);
const closing = { involvementId: 'care-1', reason: 'completed' } as const;
const closed = fact(InvolvementEndedData, closing);
const tomorrowMorning = { visitId: 'visit-1', startsAt: '2026-03-04T08:00:00Z', endsAt: '2026-03-04T08:30:00Z', professional: nurse };
const planned = fact(VisitPlannedData, tomorrowMorning);

describe('a care file', () => {
  const careFileGiven = given(careFile);

  it('opens', () => careFileGiven().when((file, at) => openCareFile(opening, file, at)).then([opened]));

  it('says nothing new when it is opened twice', () => careFileGiven(opened).when((file, at) => openCareFile(opening, file, at)).thenNothing());

  it('refuses to open under an id that was closed', () =>
    careFileGiven(opened, closed).when((file, at) => openCareFile(opening, file, at)).thenRefused('involvement-ended'));

  it('takes planned visits back when the last care file closes', () =>
    careFileGiven(opened, planned).when((file, at) => closeCareFile(closing, file, at)).then([closed, fact(VisitCancelledData, { visitId: 'visit-1' })]));

  it('leaves visits that took place as they are when it closes', () =>
    careFileGiven(opened, planned, fact(VisitCompletedData, { visitId: 'visit-1' })).when((file, at) => closeCareFile(closing, file, at)).then([closed]));

  it('keeps the visits while care for someone else of the household goes on', () => {
    const other = fact(InvolvementStartedData, { ...opening, involvementId: 'care-2', professional: colleague });
    careFileGiven(opened, other, planned).when((file, at) => closeCareFile(closing, file, at)).then([closed]);
  });

  it('says nothing new when it is closed twice', () => careFileGiven(opened, closed).when((file, at) => closeCareFile(closing, file, at)).thenNothing());

  it('refuses to close what was never opened', () =>
    careFileGiven().when((file, at) => closeCareFile(closing, file, at)).thenRefused('involvement-not-started'));

  it('refuses to close before it opened', () =>
    careFileGiven(opened).when((file, at) => closeCareFile(closing, file, at), { occurredAt: '2026-02-01T08:00:00.000Z' }).thenRefused('involvement-ends-before-it-starts'));

  it('plans a visit while care is running', () => careFileGiven(opened).when((file) => planCareVisit(tomorrowMorning, file)).then([planned]));

  it('refuses a visit before care was opened', () =>
    careFileGiven().when((file) => planCareVisit(tomorrowMorning, file)).thenRefused('care-file-not-open'));

  it('refuses a visit after care was closed', () =>
    careFileGiven(opened, closed).when((file) => planCareVisit(tomorrowMorning, file)).thenRefused('care-file-not-open'));

  it('counts facts in the order in which they happened, not in which they were told', () =>
    careFileGiven(happened('2026-03-02T12:00:00Z', closed), happened('2026-03-01T08:00:00Z', opened))
      .when((file) => planCareVisit(tomorrowMorning, file))
      .thenRefused('care-file-not-open'));
});
