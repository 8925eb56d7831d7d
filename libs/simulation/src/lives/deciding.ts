import { ConsentGivenData, ConsentWithdrawnData, InvolvementConfirmedData, InvolvementContestedData, ObjectionDecidedData, ObjectionRaisedData, ParticipationAssessedData, StepTakenData } from '@kring/contracts';
import { involved, oneFace, supported, visiting } from '../stage/threads.ts';
import { keeps, type Course } from './course.ts';

/** Help that rests on consent, which ends one day; a new one is asked in time, or not. */
export const byConsent: Course = (tell, { first }, run) => {
  const consented = (day: number, until: number): void =>
    tell.say(first.partner, day, ConsentGivenData, { scope: 'share-involvement', withOrganisations: [first.partner], expiresOn: tell.calendar.date(until) });
  consented(0, 90);
  involved(tell, first, { from: 1, to: run.days, legalBasis: 'consent', kept: keeps(tell, run) });
  visiting(tell, first, { from: 8, to: run.days - 4, every: 21, time: '10:30' });
  if (!keeps(tell, run)) return;
  consented(80, 400);
  if (tell.chance.often(0.2)) tell.say(first.partner, run.days - 10, ConsentWithdrawnData, { scope: 'share-involvement' });
};

/** A resident who says that it is not right what is said, and is answered within the month; mostly. */
export const contested: Course = (tell, { municipality, first }, run) => {
  const involvementId = involved(tell, first, { from: 0, to: run.days, kept: true });
  tell.say(municipality.partner, 30, InvolvementContestedData, { involvementId });
  if (keeps(tell, run)) tell.say(first.partner, 41, InvolvementConfirmedData, { involvementId });
  tell.say(municipality.partner, 32, ObjectionRaisedData, { objectionId: `o-${tell.household.key}`, scope: 'share-involvement' });
  tell.say(municipality.partner, keeps(tell, run) ? 50 : 95, ObjectionDecidedData, { objectionId: `o-${tell.household.key}`, upheld: tell.chance.often(0.3) });
};

/** Small steps towards taking part again, each of them worth telling. */
export const takingPart: Course = (tell, { face, volunteer }, run) => {
  involved(tell, face, { from: 0, to: run.days, kept: keeps(tell, run) });
  supported(tell, volunteer, { from: 14, kind: 'volunteer', label: 'taalmaatje' });
  const steps = [['participate', 'Koffie gedronken in de buurtkamer'], ['participate', 'Meegeholpen bij de buurtmaaltijd'], ['learn', 'Begonnen aan een cursus'], ['work', 'Een ochtend vrijwilligerswerk']] as const;
  steps.forEach(([area, label], index) => {
    const day = 20 + index * 35;
    if (day > run.days) return;
    tell.say(face.partner, day, StepTakenData, { area, label });
    if (index % 2 === 1) tell.say(face.partner, day + 2, ParticipationAssessedData, { level: 2 + index });
  });
};

/** Someone who is discreet about being there beside someone who is not; now and then kept from everyone. */
export const discreet: Course = (tell, { first, second, face, discreet: quiet }, run) => {
  const other = first.partner === face.partner ? second : first;
  involved(tell, other, { from: 0, to: run.days, kept: keeps(tell, run) });
  if (quiet) involved(tell, quiet, { from: 20, to: run.days - 20, name: 'quiet', kept: true, ...(tell.chance.often(0.15) ? { sensitivity: 'hidden' as const } : {}) });
  oneFace(tell, face, { from: 26, to: run.days - 8, others: [other] });
};
