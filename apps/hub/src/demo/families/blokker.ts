import { JointVisitAgreedData, OwnStrengthExploredData, QuestionReceivedData, ReporterInformedData, ResidentInformedData, SignalAnsweredData, SignalRaisedData, VisitPlannedData } from '@kring/contracts';
import { involved, oneFace, registered, supported, visiting, type Calendar, type ImaginedHousehold } from '@kring/simulation';
import type { Story } from '../stories/story.ts';

/** Princenhof: a widow of over eighty in a rented house south of the railway. */
export const blokker = (numbers: Iterator<string>, calendar: Calendar): ImaginedHousehold => ({
  key: 'princenhof-blokker',
  area: 'princenhof',
  address: { postcode: '1611QA', houseNumber: 128 },
  members: [{ bsn: numbers.next().value as string, name: 'Truus Blokker', birthDate: `${Number(calendar.date(0).slice(0, 4)) - 85}-05-03`, relation: 'head' }],
});

/**
 * The district nurse comes in the morning; the housing consultant saw the garden run wild. A neighbourhood connector does the small things, and
 * the neighbourhood supporter is the face who keeps it together. Next week nurse and consultant come on the same morning.
 */
export const theSameMorning: Story = (tell, { municipality, first: ilse, second: saskia, third: peter, volunteer: afra }) => {
  registered(tell, municipality, -460);
  tell.say(ilse.partner, -212, OwnStrengthExploredData, { together: true, networkInvolved: false, result: 'support-needed' });
  involved(tell, ilse, { from: -210 });
  tell.say(peter.partner, -82, SignalRaisedData, { signalId: 'sg-blokker', kind: 'neglect', domain: 'housing', urgency: 'normal', addressedTo: saskia.partner });
  tell.say(saskia.partner, -79, SignalAnsweredData, { signalId: 'sg-blokker', outcome: 'taken-up' });
  tell.say(saskia.partner, -78, ReporterInformedData, { signalId: 'sg-blokker' });
  tell.say(saskia.partner, -77, ResidentInformedData, { about: 'signal' });
  involved(tell, saskia, { from: -76, name: 'face' });
  oneFace(tell, saskia, { from: -72, others: [ilse, peter] });
  involved(tell, peter, { from: -70, name: 'house' });
  tell.say(saskia.partner, -68, QuestionReceivedData, { questionId: 'q-blokker', kind: 'question', about: 'self', initiatedBy: 'resident' });
  supported(tell, afra, { from: -60, kind: 'connector', label: 'Afra, voor de boodschappen en de kliko' });
  supported(tell, saskia, { from: -55, kind: 'neighbour', label: 'buurjongen Rick maait het gras', name: 'rick' });
  supported(tell, ilse, { from: -200, kind: 'family', label: 'nichtje Ellen', name: 'ellen' });
  visiting(tell, ilse, { from: -196, every: 14, weeksAhead: 0, time: '09:00' });
  const slot = (day: number, from: string, to: string) => ({ startsAt: tell.calendar.at(day, from), endsAt: tell.calendar.at(day, to) });
  tell.say(ilse.partner, -20, VisitPlannedData, { visitId: 'o-blokker-1', ...slot(-13, '09:00', '09:30'), professional: ilse.professional });
  tell.say(peter.partner, -19, VisitPlannedData, { visitId: 'w-blokker-1', ...slot(-13, '09:15', '10:00'), professional: peter.professional });
  tell.say(saskia.partner, -17, JointVisitAgreedData, { visitIds: [{ organisation: ilse.partner, visitId: 'o-blokker-1' }, { organisation: peter.partner, visitId: 'w-blokker-1' }], ...slot(-13, '09:00', '10:00') });
  tell.say(ilse.partner, -2, VisitPlannedData, { visitId: 'o-blokker-2', ...slot(4, '09:00', '09:30'), professional: ilse.professional });
  tell.say(peter.partner, -1, VisitPlannedData, { visitId: 'w-blokker-2', ...slot(4, '09:15', '10:00'), professional: peter.professional });
};
