import {
  CoverArrangedData, QuestionReceivedData, ReferralAcceptedData, ReferralRequestedData, ReferralStartedData, ResidentInformedData, StepTakenData, VisitPlannedData, JointVisitAgreedData, OwnStrengthExploredData,
} from '@kring/contracts';
import { involved, oneFace, registered, supported, visiting, type Calendar, type ImaginedHousehold } from '@kring/simulation';
import type { Story } from '../stories/story.ts';

/** De Lariks: a mother, two children and her own mother in one house. */
export const speelman = (numbers: Iterator<string>, calendar: Calendar): ImaginedHousehold => {
  const bsn = (): string => numbers.next().value as string;
  const born = (age: number, day: string): string => `${Number(calendar.date(0).slice(0, 4)) - age - 1}-${day}`;
  return {
    key: 'de-lariks-speelman',
    area: 'de-lariks',
    address: { postcode: '9403QA', houseNumber: 112, addition: 'A' },
    members: [
      { bsn: bsn(), name: 'Marloes Speelman', birthDate: born(38, '04-17'), relation: 'head' },
      { bsn: bsn(), name: 'Daan Hoving', birthDate: born(15, '09-02'), relation: 'child' },
      { bsn: bsn(), name: 'Fenna Hoving', birthDate: born(9, '01-28'), relation: 'child' },
      { bsn: bsn(), name: 'Geesje Speelman', birthDate: born(76, '11-05'), relation: 'parent' },
    ],
  };
};

/**
 * Noordermaat's social worker helps the mother, MEE's client supporter helps the son, and neither knows. The gemeente notices that
 * there is no contact person, one is found with the mother, and from then on there is one plan and a finger on the pulse.
 * Last week the family was passed on for the third time.
 */
export const unawareOfEachOther: Story = (tell, { municipality, first: nanda, second: tamara, third: gp, colleague: joost, volunteer: bea }) => {
  const [, daan] = tell.household.members;
  registered(tell, municipality, -420);
  tell.say(nanda.partner, -190, QuestionReceivedData, { questionId: 'q-speelman-1', kind: 'concern', about: 'neighbour', initiatedBy: 'neighbour' });
  tell.say(nanda.partner, -186, OwnStrengthExploredData, { together: true, networkInvolved: true, result: 'support-needed' });
  involved(tell, nanda, { from: -184 });
  involved(tell, { ...tamara, domain: 'youth' }, { from: -96, name: 'mee' });
  supported(tell, nanda, { from: -180, kind: 'neighbour', label: 'buurvrouw Wendy van 114' });
  supported(tell, tamara, { from: -90, kind: 'family', label: 'oma Geesje', name: 'oma' });
  const chain = { chainId: 'chain-speelman', discipline: 'client-supporter', level: 'basic-team' as const };
  tell.say(nanda.partner, -99, ReferralRequestedData, { ...chain, referralId: 'r-speelman-1', to: tamara.partner });
  tell.say(tamara.partner, -97, ReferralAcceptedData, { referralId: 'r-speelman-1' });
  tell.say(tamara.partner, -96, ReferralStartedData, { referralId: 'r-speelman-1' });
  tell.say(nanda.partner, -98, ResidentInformedData, { about: 'referral' });
  oneFace(tell, nanda, { from: -58, others: [tamara, gp] });
  tell.say(nanda.partner, -52, ResidentInformedData, { about: 'match' });
  tell.say(tamara.partner, -45, ReferralRequestedData, { ...chain, referralId: 'r-speelman-2', to: gp.partner, discipline: 'gp' });
  tell.say(gp.partner, -43, ReferralAcceptedData, { referralId: 'r-speelman-2' });
  tell.say(gp.partner, -40, ReferralStartedData, { referralId: 'r-speelman-2' });
  involved(tell, gp, { from: -40, name: 'gp' });
  tell.say(gp.partner, -4, ReferralRequestedData, { ...chain, referralId: 'r-speelman-3', to: municipality.partner, discipline: 'youth-consultant', level: 'specialist', reasonForExtraStep: 'De school vraagt om een jeugdconsulent.' });
  visiting(tell, nanda, { from: -170, every: 21, weeksAhead: 0, time: '16:00', minutes: 60 });
  tell.say(tamara.partner, -30, StepTakenData, { area: 'participate', label: `${daan?.name.split(' ')[0]} helpt op woensdag in De Steiger` });
  tell.say(bea.partner, -28, CoverArrangedData, { professional: joost.professional, until: tell.calendar.date(-16) });
  const slot = { startsAt: tell.calendar.at(6, '15:30'), endsAt: tell.calendar.at(6, '16:30') };
  tell.say(nanda.partner, -6, VisitPlannedData, { visitId: 'nm-speelman', ...slot, professional: nanda.professional });
  tell.say(tamara.partner, -5, VisitPlannedData, { visitId: 'mee-speelman', ...slot, professional: tamara.professional });
  tell.say(nanda.partner, -4, JointVisitAgreedData, { visitIds: [{ organisation: nanda.partner, visitId: 'nm-speelman' }, { organisation: tamara.partner, visitId: 'mee-speelman' }], ...slot });
};
