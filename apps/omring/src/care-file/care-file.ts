import type { InvolvementEndedData, InvolvementStartedData, VisitPlannedData } from '@kring/contracts';
import { active, endInvolvement, involvements, refuse, startInvolvement } from '@kring/partner-service';
import type { Circumstances, Content, Decider, Fact, InvolvementClass, Involvements, Past } from '@kring/partner-service';
import { cancelledFrom, planVisit, visits } from './visits.ts';
import type { VisitClass, Visits } from './visits.ts';

/** What home care says about one household: who cares for whom, and when someone is at the door. */
export type CareFile = { readonly care: Involvements; readonly visits: Visits };
type CareFileClass = InvolvementClass | VisitClass;

export const careFile: Decider<CareFile, CareFileClass> = {
  initial: { care: involvements.initial, visits: visits.initial },
  listensTo: [...involvements.listensTo, ...visits.listensTo],
  evolve: (file, event) =>
    isAboutVisits(event) ? { ...file, visits: visits.evolve(file.visits, event) } : { ...file, care: involvements.evolve(file.care, event) },
};

const isAboutVisits = (event: Past<CareFileClass>): event is Past<VisitClass> => visits.listensTo.some(({ type }) => type === event.type);

export const openCareFile = (opening: Content<typeof InvolvementStartedData>, { care }: CareFile, at: Circumstances): Fact<typeof InvolvementStartedData>[] =>
  startInvolvement(opening, care, at);

/** When the last care file closes nobody comes any more: what was still planned is taken back with it. */
export const closeCareFile = (closing: Content<typeof InvolvementEndedData>, { care, visits: known }: CareFile, at: Circumstances): Fact<CareFileClass>[] => {
  const ended = endInvolvement(closing, care, at);
  const wasLast = ended.length > 0 && active(care).length === 1;
  return wasLast ? [...ended, ...cancelledFrom(known, at.occurredAt)] : ended;
};

/** A visit belongs to care that runs: nobody of home care comes to a door without a care file. */
export const planCareVisit = (visit: Content<typeof VisitPlannedData>, { care, visits: known }: CareFile): Fact<typeof VisitPlannedData>[] => {
  if (active(care).length === 0) refuse('care-file-not-open', 'Open a care file for this household first.');
  return planVisit(visit, known);
};
