import {
  AftercareClosedData, AftercareContactedData, AftercareStartedData, ContactPersonAssignedData, ContactPersonReleasedData, CoverArrangedData, JointVisitAgreedData, OwnStrengthExploredData, QuestionReceivedData,
  StepTakenData, VisitPlannedData, type SupporterKind,
} from '@kring/contracts';
import type { Actor } from '../stage/cast.ts';
import type { Telling } from '../stage/telling.ts';
import { involved, oneFace, supported, visiting } from '../stage/threads.ts';
import { keeps, type Course, type Run } from './course.ts';

const around: readonly (readonly [SupporterKind, string])[] = [
  ['neighbour', 'buurvrouw van hiernaast'], ['neighbour', 'overbuurman'], ['family', 'dochter'], ['family', 'zoon'], ['friend', 'vriendin van vroeger'], ['carer', 'zus'], ['volunteer', 'maatje'],
];
const hours = ['08:30', '09:00', '10:00', '11:15', '13:30', '15:00'];

const explored = (tell: Telling, { partner }: Actor, day: number): void =>
  tell.say(partner, day, OwnStrengthExploredData, { together: true, networkInvolved: tell.chance.often(0.6), result: tell.chance.pick(['self', 'network', 'support-needed']) });

/** Someone of the own network, as there mostly is. */
const surrounded = (tell: Telling, by: Actor, from: number): void => {
  const [kind, label] = tell.chance.pick(around);
  if (tell.chance.often(0.7)) supported(tell, by, { from, kind, label });
};

/** A question, an idea or a worry was brought, and it was enough to talk about it. */
export const asked: Course = (tell, { face, volunteer }) => {
  const kind = tell.chance.pick(['question', 'idea', 'initiative', 'concern'] as const);
  tell.say(face.partner, 0, QuestionReceivedData, { questionId: `q-${tell.household.key}`, kind, about: tell.chance.pick(['self', 'family', 'neighbourhood']), initiatedBy: tell.chance.pick(['resident', 'neighbour', 'gp']) });
  explored(tell, face, 4);
  surrounded(tell, volunteer, 12);
  if (tell.chance.often(0.3)) tell.say(volunteer.partner, 40, StepTakenData, { area: 'participate', label: 'Aangeschoven aan de eettafel in de buurt' });
};

/** One organisation comes for as long as it is needed. One that forgets to say that it left is heard of no more. */
export const oneHelper: Course = (tell, { first, volunteer }, run) => {
  if (keeps(tell, run)) explored(tell, first, 0);
  const leaves = keeps(tell, run);
  involved(tell, first, { from: 3, kept: keeps(tell, run), ...(leaves ? { to: run.days } : {}) });
  visiting(tell, first, { from: 10, to: run.days - 5, every: tell.chance.pick([7, 7, 14, 21]), time: tell.chance.pick(hours) });
  surrounded(tell, volunteer, 25);
};

/** What is owed when help ends: someone keeps an eye on the household for some months. */
const lookedAfter = (tell: Telling, face: Actor, run: Run): void => {
  const { days } = run;
  if (!keeps(tell, run)) return;
  tell.say(face.partner, days + 2, AftercareStartedData, { until: tell.calendar.date(days + 150) });
  tell.say(face.partner, days + 2, ContactPersonReleasedData, { reason: 'De nazorg loopt.' });
  const every = keeps(tell, run) ? 35 : 60;
  for (let day = days + 30; day < days + 150; day += every) tell.say(face.partner, day, AftercareContactedData, { trend: tell.chance.pick(['stable', 'improving']) });
  tell.say(face.partner, days + 151, AftercareClosedData, {});
};

/** Two come on one morning, mostly by accident; who sees it in time makes it one visit. */
const sameMorning = (tell: Telling, one: Actor, other: Actor, day: number, jointly: boolean): void => {
  const slot = (from: string, to: string) => ({ startsAt: tell.calendar.at(day, from), endsAt: tell.calendar.at(day, to) });
  const [a, b] = [`a-${tell.household.key}`, `b-${tell.household.key}`];
  tell.say(one.partner, day - 6, VisitPlannedData, { visitId: a, ...slot('09:30', '10:00'), professional: one.professional });
  tell.say(other.partner, day - 5, VisitPlannedData, { visitId: b, ...slot('09:45', '10:30'), professional: other.professional });
  if (jointly) tell.say(one.partner, day - 3, JointVisitAgreedData, { visitIds: [{ organisation: one.partner, visitId: a }, { organisation: other.partner, visitId: b }], ...slot('09:30', '10:30') });
};

/**
 * Several come, and before long one of them is the face of it all: that is how it should go. Where it does not, nobody is, or
 * two are, or the one who was leaves without a word.
 */
export const severalHelpers: Course = (tell, { municipality, first, second, face, colleague, volunteer }, run) => {
  const { days } = run;
  const other = first.partner === face.partner ? second : first;
  const joins = tell.chance.between(10, 45);
  const faced = joins + (keeps(tell, run) ? tell.chance.between(1, 5) : tell.chance.between(15, 50));
  involved(tell, other, { from: 2, to: days - 12, name: 'other', kept: keeps(tell, run) });
  involved(tell, face, { from: joins, to: days, kept: keeps(tell, run) });
  if (keeps(tell, run) || tell.chance.often(0.6)) {
    const touch = { pulseEvery: keeps(tell, run) ? 20 : 45, updateEvery: keeps(tell, run) ? 25 : 60 };
    oneFace(tell, face, { from: faced, to: days - 3, others: [other], residentPreferred: tell.chance.often(0.8), explored: keeps(tell, run), ...touch });
    if (!keeps(tell, run) && tell.chance.often(0.3)) tell.say(municipality.partner, faced + 30, ContactPersonAssignedData, { professional: { ...municipality.professional, role: 'team-coordinator' }, residentPreferred: false });
    if (keeps(tell, run)) tell.say(face.partner, Math.max(faced + 20, days - 60), CoverArrangedData, { professional: colleague.professional, until: tell.calendar.date(Math.max(faced + 34, days - 46)) });
    lookedAfter(tell, face, run);
  }
  const time = tell.chance.pick(hours);
  visiting(tell, other, { from: 9, to: days - 14, every: tell.chance.pick([7, 7, 14]), time, name: 'vo' });
  visiting(tell, face, { from: joins + 8, to: days - 4, every: tell.chance.pick([14, 21]), time: tell.chance.pick(hours), name: 'vf' });
  if (other.partner !== face.partner) sameMorning(tell, other, face, joins + 25, keeps(tell, run));
  surrounded(tell, volunteer, 30);
};
