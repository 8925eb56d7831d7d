import { AftercareClosedData, AftercareContactedData, AftercareStartedData, ContactPersonReleasedData, QuestionReceivedData, type SupporterKind } from '@kring/contracts';
import type { Story } from './story.ts';
import { involved, oneFace, registered, supported, visiting } from '@kring/simulation';

const supporters: readonly (readonly [SupporterKind, string])[] = [
  ['neighbour', 'buurvrouw Ans'], ['neighbour', 'overbuurman Theo'], ['family', 'dochter Anja'], ['family', 'zoon Robert'], ['friend', 'vriendin Hanna'], ['carer', 'zus Marijke'], ['volunteer', 'maatje Gerda'],
];

/** Most households: known, and nobody needs to come. */
export const calm: Story = (tell, { municipality, volunteer }) => {
  registered(tell, municipality, -tell.chance.between(200, 500));
  if (tell.chance.next() < 0.5) {
    const [kind, label] = tell.chance.pick(supporters);
    supported(tell, volunteer, { from: -tell.chance.between(20, 170), kind, label });
  }
};

/** A question, an idea or a plan was brought to the team, and it was enough to talk about it. */
export const asked: Story = (tell, { municipality, face }) => {
  registered(tell, municipality, -300);
  const kind = tell.chance.pick(['question', 'idea', 'initiative'] as const);
  tell.say(face.partner, -tell.chance.between(30, 120), QuestionReceivedData, { questionId: `q-${tell.household.key}`, kind, about: tell.chance.pick(['self', 'neighbourhood']), initiatedBy: 'resident' });
};

/** One organisation comes every week, and that suffices. */
export const careAtHome: Story = (tell, { municipality, first, volunteer }) => {
  const from = -tell.chance.between(70, 130);
  registered(tell, municipality, from - 150);
  involved(tell, first, { from });
  visiting(tell, first, { from: from + 7, every: 14, time: tell.chance.pick(['08:30', '09:15', '10:00', '13:30']) });
  const [kind, label] = tell.chance.pick(supporters);
  supported(tell, volunteer, { from: from + 20, kind, label });
};

/** Help that was needed for a while, and is no longer. */
export const helped: Story = (tell, { municipality, second }) => {
  const from = -tell.chance.between(150, 260);
  registered(tell, municipality, from - 100);
  involved(tell, second, { from, to: from + 90 });
};

/** Two organisations that know of each other, and one face who keeps it together. */
export const inOneHand: Story = (tell, { municipality, first, second, third, face }) => {
  const from = -tell.chance.between(80, 180);
  const other = first.partner === face.partner ? second : first;
  registered(tell, municipality, from - 120);
  involved(tell, face, { from });
  involved(tell, tell.chance.next() < 0.7 ? other : third, { from: from + 6, name: 'other' });
  oneFace(tell, face, { from: from + 8, others: [other] });
};

/** Everyone has left; who was the contact person still looks in now and then. */
export const lookedAfter: Story = (tell, { municipality, first, second, face }) => {
  const other = first.partner === face.partner ? second : first;
  registered(tell, municipality, -420);
  involved(tell, face, { from: -260, to: -60 });
  involved(tell, other, { from: -250, to: -75, name: 'other' });
  oneFace(tell, face, { from: -245, to: -55, others: [other] });
  tell.say(face.partner, -58, AftercareStartedData, { until: tell.calendar.date(120) });
  tell.say(face.partner, -58, ContactPersonReleasedData, { reason: 'De nazorg loopt.' });
  tell.say(face.partner, -24, AftercareContactedData, { trend: 'improving' });
};

/** Aftercare that came to its end as it should. */
export const onTheirOwnAgain: Story = (tell, { municipality, face }) => {
  registered(tell, municipality, -430);
  involved(tell, face, { from: -300, to: -160 });
  oneFace(tell, face, { from: -295, to: -165, others: [face] });
  tell.say(face.partner, -158, AftercareStartedData, { until: tell.calendar.date(-45) });
  tell.say(face.partner, -158, ContactPersonReleasedData, { reason: 'De nazorg loopt.' });
  for (const day of [-120, -82]) tell.say(face.partner, day, AftercareContactedData, { trend: 'stable' });
  tell.say(face.partner, -44, AftercareClosedData, {});
};
