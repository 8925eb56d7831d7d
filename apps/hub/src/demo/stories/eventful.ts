import {
  AdviceGivenData, AdviceRequestedData, ConsentGivenData, ConsentWithdrawnData, ContactPersonHandedOverData, CoverArrangedData, HouseholdMovedData, InvolvementChangedData, InvolvementConfirmedData,
  InvolvementContestedData, JointVisitAgreedData, MemberJoinedData, MemberLeftData, ObjectionDecidedData, ObjectionRaisedData, ParticipationAssessedData, ReferralCancelledData, ReferralRequestedData,
  ReporterInformedData, ShieldingLiftedData, ShieldingSetData, SignalAnsweredData, SignalForwardedData, SignalRaisedData, StepTakenData, SupporterRemovedData, TakeoverAcceptedData, TakeoverRefusedData,
  TakeoverRequestedData, VisitCancelledData, VisitPlannedData, VisitRescheduledData, OwnStrengthExploredData,
} from '@kring/contracts';
import { fictionalAddress, involved, keptInTouch, oneFace, registered, supported, visiting } from '@kring/simulation';
import type { Story } from './story.ts';

/** Someone saw that it was not going well, told it, and heard that something was done with it. */
export const noticed: Story = (tell, { municipality, volunteer, face }) => {
  const signalId = `sg-${tell.household.key}`;
  registered(tell, municipality, -260);
  tell.say(volunteer.partner, -50, SignalRaisedData, { signalId, kind: 'loneliness', domain: 'welfare', urgency: 'normal', addressedTo: municipality.partner });
  tell.say(municipality.partner, -48, SignalForwardedData, { signalId, to: face.partner });
  tell.say(face.partner, -46, SignalAnsweredData, { signalId, outcome: 'taken-up' });
  tell.say(face.partner, -45, ReporterInformedData, { signalId });
  supported(tell, volunteer, { from: -40, kind: 'volunteer', label: 'wandelmaatje Coby' });
};

/** A signal of yesterday, still within its term. */
export const justNoticed: Story = (tell, { municipality, third, face, volunteer }) => {
  registered(tell, municipality, -190);
  supported(tell, volunteer, { from: -100, kind: 'neighbour', label: 'onderbuurvrouw Els' });
  const signal = third.domain === 'housing' ? ({ kind: 'neglect', domain: 'housing' } as const) : ({ kind: 'overload-carer', domain: 'health' } as const);
  tell.say(third.partner, -1, SignalRaisedData, { signalId: `sg-${tell.household.key}`, ...signal, urgency: 'normal', addressedTo: face.partner });
};

/** Moved house within the neighbourhood, a child was born, an elder child left. */
export const onTheMove: Story = (tell, { municipality, first }) => {
  const family = tell.household.members[0].name.split(' ').slice(1).join(' ');
  registered(tell, municipality, -400);
  tell.say(municipality.partner, -140, HouseholdMovedData, { address: fictionalAddress(tell.household.address.postcode.slice(0, 4), 80), area: tell.household.area });
  tell.say(municipality.partner, -70, MemberJoinedData, { person: { name: `Sofie ${family}`, birthDate: tell.calendar.date(-72), relation: 'child' }, certainty: 'registered', residence: 'primary' });
  tell.say(first.partner, -60, MemberJoinedData, { person: { name: `Teun ${family}`, relation: 'other' }, certainty: 'possible', residence: 'also' });
  const eldest = tell.household.members.find(({ relation }) => relation === 'child');
  if (eldest) tell.say(municipality.partner, -20, MemberLeftData, { person: { bsn: eldest.bsn } });
};

/** An address that may not be told; for a time the whole household. */
export const shielded: Story = (tell, { municipality, face }) => {
  registered(tell, municipality, -210);
  tell.say(municipality.partner, -200, ShieldingSetData, { scope: 'household' });
  tell.say(municipality.partner, -120, ShieldingLiftedData, { scope: 'household' });
  tell.say(municipality.partner, -120, ShieldingSetData, { scope: 'address' });
  involved(tell, face, { from: -80 });
};

/** A resident who decides about their own data, and is heard. */
export const incharge: Story = (tell, { municipality, first, second }) => {
  registered(tell, municipality, -330);
  const involvementId = involved(tell, first, { from: -160 });
  tell.say(first.partner, -158, ConsentGivenData, { scope: 'share-visits', withOrganisations: [second.partner], expiresOn: tell.calendar.date(200) });
  tell.say(first.partner, -90, ConsentWithdrawnData, { scope: 'share-visits' });
  tell.say(municipality.partner, -88, InvolvementContestedData, { involvementId });
  tell.say(municipality.partner, -86, ObjectionRaisedData, { objectionId: `o-${tell.household.key}`, scope: 'share-involvement' });
  tell.say(first.partner, -74, InvolvementConfirmedData, { involvementId });
  tell.say(municipality.partner, -72, ObjectionDecidedData, { objectionId: `o-${tell.household.key}`, upheld: false });
};

/** Help that became too heavy for one team: another takes it over in consultation, and there the face changes hands again. */
export const takenOver: Story = (tell, { municipality, first, second, face, third }) => {
  const other = first.partner === face.partner ? second : first;
  const successor = { ...other.professional, id: `${other.professional.id}-b`, name: 'Renske Post' };
  registered(tell, municipality, -300);
  const involvementId = involved(tell, other, { from: -125, name: 'other' });
  involved(tell, face, { from: -130, to: -76, reason: 'referred' });
  involved(tell, third, { from: -70, name: 'third' });
  oneFace(tell, face, { from: -120, to: -80, others: [other] });
  tell.say(face.partner, -100, AdviceRequestedData, { adviceId: `ad-${tell.household.key}`, discipline: 'psychologist', anonymous: true });
  tell.say(third.partner, -95, AdviceGivenData, { adviceId: `ad-${tell.household.key}` });
  tell.say(face.partner, -90, TakeoverRequestedData, { takeoverId: `t1-${tell.household.key}`, to: third.partner, residentConsultedOn: tell.calendar.date(-92) });
  tell.say(third.partner, -88, TakeoverRefusedData, { takeoverId: `t1-${tell.household.key}` });
  tell.say(face.partner, -80, TakeoverRequestedData, { takeoverId: `t2-${tell.household.key}`, to: other.partner, residentConsultedOn: tell.calendar.date(-82) });
  tell.say(other.partner, -78, TakeoverAcceptedData, { takeoverId: `t2-${tell.household.key}`, professional: other.professional });
  keptInTouch(tell, other, { from: -64, others: [third] });
  tell.say(other.partner, -60, CoverArrangedData, { professional: successor, until: tell.calendar.date(-45) });
  tell.say(other.partner, -30, InvolvementChangedData, { involvementId, professional: successor });
  tell.say(other.partner, -29, ContactPersonHandedOverData, { from: other.professional, to: successor, residentConsultedOn: tell.calendar.date(-31) });
};

/** Small steps towards taking part again, each of them worth telling. */
export const stepByStep: Story = (tell, { municipality, face, volunteer }) => {
  registered(tell, municipality, -280);
  involved(tell, face, { from: -150 });
  tell.say(face.partner, -145, OwnStrengthExploredData, { together: true, networkInvolved: true, result: 'network' });
  const steps = [['participate', 'Koffie gedronken in de buurtkamer', -120], ['participate', 'Meegeholpen bij de buurtmaaltijd', -84], ['learn', 'Begonnen aan een taalcursus', -50], ['work', 'Twee ochtenden vrijwilligerswerk', -12]] as const;
  steps.forEach(([area, label, day], index) => {
    tell.say(face.partner, day, StepTakenData, { area, label });
    if (index % 2 === 1) tell.say(face.partner, day + 2, ParticipationAssessedData, { level: 2 + index });
  });
  const buddy = supported(tell, volunteer, { from: -118, kind: 'volunteer', label: 'taalmaatje Sonja' });
  tell.say(volunteer.partner, -20, SupporterRemovedData, { supporterId: buddy });
  tell.say(face.partner, -70, ReferralRequestedData, { referralId: `r1-${tell.household.key}`, chainId: `chain-${tell.household.key}`, to: municipality.partner, discipline: 'reintegration-consultant', level: 'district-team' });
  tell.say(face.partner, -65, ReferralCancelledData, { referralId: `r1-${tell.household.key}` });
};

/** Someone whose involvement others do not see, beside one who is seen. */
export const confidential: Story = (tell, { municipality, first, third, face }) => {
  registered(tell, municipality, -220);
  involved(tell, first, { from: -100 });
  involved(tell, { ...third, level: 'basic-team' }, { from: -60, name: 'quiet', sensitivity: 'hidden' });
  oneFace(tell, face, { from: -55, others: [first] });
};

/** Two who saw that they would come on one morning, and made it one visit. */
export const together: Story = (tell, { municipality, first, second, face }) => {
  registered(tell, municipality, -270);
  involved(tell, first, { from: -120 });
  involved(tell, second, { from: -110, name: 'other' });
  oneFace(tell, face, { from: -108, others: [first.partner === face.partner ? second : first] });
  visiting(tell, first, { from: -90, every: 30, weeksAhead: 0, time: '11:00' });
  const slot = (day: number, from: string, to: string) => ({ startsAt: tell.calendar.at(day, from), endsAt: tell.calendar.at(day, to) });
  const [a, b, c] = ['a', 'b', 'c'].map((name) => `${name}-${tell.household.key}`) as [string, string, string];
  tell.say(first.partner, -6, VisitPlannedData, { visitId: a, ...slot(6, '10:00', '10:45'), professional: first.professional });
  tell.say(second.partner, -5, VisitPlannedData, { visitId: b, ...slot(6, '10:15', '11:00'), professional: second.professional });
  tell.say(face.partner, -3, JointVisitAgreedData, { visitIds: [{ organisation: first.partner, visitId: a }, { organisation: second.partner, visitId: b }], ...slot(6, '10:00', '11:00') });
  tell.say(first.partner, -5, VisitPlannedData, { visitId: c, ...slot(13, '10:00', '10:45'), professional: first.professional });
  tell.say(first.partner, -4, VisitRescheduledData, { visitId: c, ...slot(14, '10:00', '10:45') });
  tell.say(first.partner, -2, VisitCancelledData, { visitId: c });
};
