import { JointVisitAgreedData, VisitCancelledData, VisitCompletedData, VisitPlannedData, VisitRescheduledData } from '@kring/contracts';
import { fact, refuse, unfit } from '@kring/partner-service';
import type { Circumstances, Content, Decider, Fact, Past } from '@kring/partner-service';

type Slot = { readonly startsAt: string; readonly endsAt: string };
type Visit = Slot & {
  readonly state: 'planned' | 'cancelled' | 'completed';
  readonly professionalId: string;
  /** The visits of a joint one, by organisation; null while nobody comes along. */
  readonly jointWith: string | null;
};
export type Visits = ReadonlyMap<string, Visit>;

const spoken = [VisitPlannedData, VisitRescheduledData, VisitCancelledData, VisitCompletedData, JointVisitAgreedData] as const;
export type VisitClass = (typeof spoken)[number];

export const visits: Decider<Visits, VisitClass> = {
  initial: new Map(),
  listensTo: spoken,
  evolve: (known, event) => {
    switch (event.type) {
      case VisitPlannedData.type:
        return new Map(known).set(event.data.visitId, { ...slotOf(event.data), state: 'planned', professionalId: event.data.professional.id, jointWith: null });
      case VisitRescheduledData.type:
        return withNews(known, event.data.visitId, slotOf(event.data));
      case VisitCancelledData.type:
        return withNews(known, event.data.visitId, { state: 'cancelled' });
      case VisitCompletedData.type:
        return withNews(known, event.data.visitId, { state: 'completed' });
      case JointVisitAgreedData.type:
        return withJointVisit(known, event);
    }
  },
};

const slotOf = ({ startsAt, endsAt }: Slot): Slot => ({ startsAt, endsAt });

const withNews = (known: Visits, visitId: string, news: Partial<Visit>): Visits => {
  const visit = known.get(visitId);
  return visit ? new Map(known).set(visitId, { ...visit, ...news }) : known;
};

const withJointVisit = (known: Visits, { data, partner }: Past<typeof JointVisitAgreedData>): Visits =>
  data.visitIds
    .filter(({ organisation }) => organisation === partner)
    .reduce((all, { visitId }) => withNews(all, visitId, { ...slotOf(data), jointWith: namesOf(data.visitIds) }), known);

type OrganisationVisits = readonly { readonly organisation: string; readonly visitId: string }[];
const namesOf = (together: OrganisationVisits): string => together.map(({ organisation, visitId }) => `${organisation}/${visitId}`).toSorted().join(' ');

/** Planning the same visit again with the same slot changes nothing: a back office may send twice. */
export const planVisit = (visit: Content<typeof VisitPlannedData>, known: Visits): Fact<typeof VisitPlannedData>[] => {
  mustEndAfterItStarts(visit);
  const same = known.get(visit.visitId);
  if (same && same.state !== 'planned') return refuse('visit-no-longer-planned', 'This visit was cancelled or completed; plan a new one under an id of its own.');
  if (same && sameSlot(same, visit)) return [];
  if (same) return refuse('visit-already-planned', 'This visit is planned for another time; move it instead.');
  mustNotBeElsewhere(visit.professional.id, visit, known);
  return [fact(VisitPlannedData, visit)];
};

export const moveVisit = (move: Content<typeof VisitRescheduledData>, known: Visits): Fact<typeof VisitRescheduledData>[] => {
  mustEndAfterItStarts(move);
  const visit = mustBePlanned(known, move.visitId);
  if (sameSlot(visit, move)) return [];
  mustNotBeElsewhere(visit.professionalId, move, known);
  return [fact(VisitRescheduledData, move)];
};

export const cancelVisit = ({ visitId }: Content<typeof VisitCancelledData>, known: Visits): Fact<typeof VisitCancelledData>[] => {
  if (known.get(visitId)?.state === 'cancelled') return [];
  mustBePlanned(known, visitId);
  return [fact(VisitCancelledData, { visitId })];
};

export const completeVisit = ({ visitId }: Content<typeof VisitCompletedData>, known: Visits): Fact<typeof VisitCompletedData>[] => {
  if (known.get(visitId)?.state === 'completed') return [];
  mustBePlanned(known, visitId);
  return [fact(VisitCompletedData, { visitId })];
};

/** Two organisations come to the door together, so that the resident opens it once (S0.15). One of the visits is ours. */
export const agreeJointVisit = (joint: Content<typeof JointVisitAgreedData>, known: Visits, { partner }: Circumstances): Fact<typeof JointVisitAgreedData>[] => {
  mustEndAfterItStarts(joint);
  if (new Set(joint.visitIds.map(({ organisation }) => organisation)).size < 2) {
    unfit('joint-visit-of-one-organisation', '/visitIds', 'A joint visit is of two organisations or more.');
  }
  const own = joint.visitIds.filter(({ organisation }) => organisation === partner).map(({ visitId }) => mustBePlanned(known, visitId));
  if (own.length === 0) refuse('joint-visit-without-own-visit', 'None of these visits is yours; leave it to those whose visits they are.');
  const agreed = own.every((visit) => sameSlot(visit, joint) && visit.jointWith === namesOf(joint.visitIds));
  return agreed ? [] : [fact(JointVisitAgreedData, joint)];
};

/** Takes back what would start at this moment or later. */
export const cancelledFrom = (known: Visits, moment: string): Fact<typeof VisitCancelledData>[] =>
  [...known]
    .filter(([, { state, startsAt }]) => state === 'planned' && Date.parse(startsAt) >= Date.parse(moment))
    .map(([visitId]) => fact(VisitCancelledData, { visitId }));

const mustEndAfterItStarts = ({ startsAt, endsAt }: Slot): void => {
  if (Date.parse(endsAt) <= Date.parse(startsAt)) unfit('visit-ends-before-it-starts', '/endsAt', 'A visit ends after it starts.');
};

const mustBePlanned = (known: Visits, visitId: string): Visit => {
  const visit = known.get(visitId);
  if (!visit) return refuse('visit-not-planned', 'No visit was planned under this id.');
  if (visit.state !== 'planned') return refuse('visit-no-longer-planned', 'This visit was cancelled or completed; plan a new one under an id of its own.');
  return visit;
};

/** Nobody is at one door twice at the same time: such a slot is a slip of the planner. */
const mustNotBeElsewhere = (professionalId: string, slot: Slot & { readonly visitId: string }, known: Visits): void => {
  const clash = [...known].some(([visitId, visit]) => visitId !== slot.visitId && visit.state === 'planned' && visit.professionalId === professionalId && overlap(visit, slot));
  if (clash) refuse('professional-already-there', 'This professional has another visit here in that slot; move that one instead.');
};

const sameSlot = (one: Slot, other: Slot): boolean => Date.parse(one.startsAt) === Date.parse(other.startsAt) && Date.parse(one.endsAt) === Date.parse(other.endsAt);
const overlap = (one: Slot, other: Slot): boolean => Date.parse(one.startsAt) < Date.parse(other.endsAt) && Date.parse(other.startsAt) < Date.parse(one.endsAt);
