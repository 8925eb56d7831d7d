import { AftercareContactedData, AftercareStartedData, ContactPersonReleasedData, QuestionReceivedData, ReporterInformedData, SignalAnsweredData, SignalRaisedData, StepTakenData } from '@kring/contracts';
import { involved, oneFace, registered, supported, type Calendar, type ImaginedHousehold } from '@kring/simulation';
import type { Story } from '../stories/story.ts';

/** De Lariks: a widower alone in the house where he brought up his children. */
export const venema = (numbers: Iterator<string>, calendar: Calendar): ImaginedHousehold => ({
  key: 'de-lariks-venema',
  area: 'de-lariks',
  address: { postcode: '9403QB', houseNumber: 57 },
  members: [{ bsn: numbers.next().value as string, name: 'Roelof Venema', birthDate: `${Number(calendar.date(0).slice(0, 4)) - 83}-02-11`, relation: 'head' }],
});

/**
 * A volunteer of De Steiger notices that he stays away since his wife died. The social worker and the practice nurse come for a while, a
 * neighbour and a walking mate take over, and the social worker still looks in.
 */
export const backAtTheTable: Story = (tell, { municipality, first: nanda, third: gp, volunteer: bea }) => {
  registered(tell, municipality, -440);
  tell.say(bea.partner, -230, SignalRaisedData, { signalId: 'sg-venema', kind: 'loneliness', domain: 'welfare', urgency: 'low', addressedTo: 'buurtteam-de-lariks' });
  tell.say(nanda.partner, -226, SignalAnsweredData, { signalId: 'sg-venema', outcome: 'taken-up' });
  tell.say(nanda.partner, -225, ReporterInformedData, { signalId: 'sg-venema' });
  tell.say(nanda.partner, -224, QuestionReceivedData, { questionId: 'q-venema', kind: 'question', about: 'self', initiatedBy: 'team' });
  involved(tell, nanda, { from: -222, to: -66 });
  involved(tell, gp, { from: -205, to: -90, name: 'gp' });
  oneFace(tell, nanda, { from: -200, to: -62, others: [gp] });
  supported(tell, bea, { from: -170, kind: 'volunteer', label: 'wandelmaatje Arend' });
  supported(tell, nanda, { from: -150, kind: 'neighbour', label: 'buurman Dick', name: 'buurman' });
  tell.say(bea.partner, -140, StepTakenData, { area: 'participate', label: 'Voor het eerst weer aan de eettafel in De Steiger' });
  tell.say(bea.partner, -75, StepTakenData, { area: 'participate', label: 'Schenkt op dinsdag zelf de koffie' });
  tell.say(nanda.partner, -65, AftercareStartedData, { until: tell.calendar.date(100) });
  tell.say(nanda.partner, -65, ContactPersonReleasedData, { reason: 'De nazorg loopt.' });
  tell.say(nanda.partner, -27, AftercareContactedData, { trend: 'improving' });
};
