import {
  ContactPersonAssignedData, OwnStrengthExploredData, ReferralAcceptedData, ReferralCompletedData, ReferralRejectedData, ReferralRequestedData, ReferralStartedData, ResidentInformedData, VisitPlannedData,
} from '@kring/contracts';
import { involved, oneFace, registered, visiting } from '@kring/simulation';
import type { Story } from './story.ts';

/** Several helpers at one door, unaware of each other, and nobody the family can turn to (A01). */
export const unaware: Story = (tell, { municipality, first, second }) => {
  const from = -tell.chance.between(60, 120);
  registered(tell, municipality, from - 200);
  involved(tell, first, { from });
  involved(tell, second, { from: from + tell.chance.between(10, 40), name: 'other' });
  visiting(tell, first, { from: from + 7, every: 21, time: '10:00' });
};

/** The second helper came yesterday: time to find a contact person before it becomes urgent (A01). */
export const justUnaware: Story = (tell, { municipality, first, third }) => {
  registered(tell, municipality, -340);
  involved(tell, first, { from: -90 });
  involved(tell, third, { from: -2, name: 'other' });
};

/** Two organisations that each think they are the contact person (A02). */
export const twoFaces: Story = (tell, { municipality, first, second, face, colleague }) => {
  const other = first.partner === face.partner ? second : first;
  registered(tell, municipality, -350);
  involved(tell, face, { from: -150 });
  involved(tell, other, { from: -140, name: 'other' });
  oneFace(tell, face, { from: -120, others: [other] });
  tell.say(municipality.partner, -12, ContactPersonAssignedData, { professional: { ...municipality.professional, role: 'team-coordinator' }, residentPreferred: false });
  involved(tell, colleague, { from: -30, name: 'colleague' });
};

/** Passed on for the third time, where two steps should do (A05). */
export const passedOn: Story = (tell, { municipality, first, second, third, face }) => {
  const [from, over, further] = [first, second, third];
  const chainId = `chain-${tell.household.key}`;
  const step = (day: number, number: number, by: string, to: string, discipline: string): string => {
    const referralId = `r${number}-${tell.household.key}`;
    tell.say(by, day, ReferralRequestedData, { referralId, chainId, to, discipline, level: number < 3 ? 'basic-team' : 'specialist', ...(number === 3 ? { reasonForExtraStep: 'Er bleken ook schulden te zijn.' } : {}) });
    tell.say(by, day + 1, ResidentInformedData, { about: 'referral' });
    return referralId;
  };
  registered(tell, municipality, -380);
  involved(tell, from, { from: -110 });
  tell.say(from.partner, -100, OwnStrengthExploredData, { together: true, networkInvolved: false, result: 'support-needed' });
  const one = step(-80, 1, from.partner, over.partner, over.professional.role);
  tell.say(over.partner, -77, ReferralAcceptedData, { referralId: one });
  tell.say(over.partner, -74, ReferralStartedData, { referralId: one });
  involved(tell, over, { from: -74, name: 'over' });
  oneFace(tell, face, { from: -72, others: [over] });
  const two = step(-40, 2, over.partner, further.partner, further.professional.role);
  tell.say(further.partner, -37, ReferralAcceptedData, { referralId: two });
  tell.say(further.partner, -34, ReferralStartedData, { referralId: two });
  tell.say(over.partner, -33, ReferralCompletedData, { referralId: one });
  involved(tell, further, { from: -34, name: 'further' });
  const three = step(-3, 3, further.partner, municipality.partner, 'debt-counsellor');
  tell.say(municipality.partner, -1, ReferralAcceptedData, { referralId: three });
};

/** A request that came at the wrong door, and was taken back to where it belongs. */
export const wrongDoor: Story = (tell, { municipality, first, third, face }) => {
  registered(tell, municipality, -240);
  involved(tell, face, { from: -45 });
  tell.say(face.partner, -40, OwnStrengthExploredData, { together: true, networkInvolved: true, result: 'support-needed' });
  const referral = { chainId: `chain-${tell.household.key}`, level: 'basic-team' as const };
  const other = first.partner === face.partner ? third : first;
  tell.say(face.partner, -38, ReferralRequestedData, { ...referral, referralId: `r1-${tell.household.key}`, to: other.partner, discipline: other.professional.role });
  tell.say(other.partner, -35, ReferralRejectedData, { referralId: `r1-${tell.household.key}`, reason: 'wrong-discipline' });
};

/** Two organisations that will stand at the door on the same morning (A07). */
export const sameMorning: Story = (tell, { municipality, first, second, face }) => {
  registered(tell, municipality, -310);
  involved(tell, first, { from: -100 });
  involved(tell, second, { from: -88, name: 'other' });
  oneFace(tell, face, { from: -85, others: [face.partner === first.partner ? second : first] });
  visiting(tell, first, { from: -60, every: 30, weeksAhead: 0, time: '09:00' });
  const day = tell.chance.between(2, 5);
  const visit = (time: string, end: string) => ({ startsAt: tell.calendar.at(day, time), endsAt: tell.calendar.at(day, end) });
  tell.say(first.partner, -3, VisitPlannedData, { visitId: `a-${tell.household.key}`, ...visit('09:00', '09:40'), professional: first.professional });
  tell.say(second.partner, -2, VisitPlannedData, { visitId: `b-${tell.household.key}`, ...visit('09:30', '10:30'), professional: second.professional });
};
