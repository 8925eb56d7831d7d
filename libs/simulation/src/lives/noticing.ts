import {
  OwnStrengthExploredData, ReporterInformedData, ResidentInformedData, SignalAnsweredData, SignalForwardedData, SignalRaisedData, type Domain, type SignalKind, type Urgency,
} from '@kring/contracts';
import type { Actor } from '../stage/cast.ts';
import type { Telling } from '../stage/telling.ts';
import { involved, supported } from '../stage/threads.ts';
import { keeps, type Course } from './course.ts';

type Noticed = readonly [SignalKind, Domain, Urgency];

const byNeighbours: readonly Noticed[] = [
  ['loneliness', 'welfare', 'low'], ['loneliness', 'welfare', 'normal'], ['overload-carer', 'care', 'normal'], ['dementia', 'health', 'normal'], ['care-avoidance', 'care', 'normal'], ['youth-concern', 'youth', 'urgent'],
];
/** What a landlord sees, and may say. */
const byLandlord: readonly Noticed[] = [['rent-arrears', 'debt', 'normal'], ['nuisance', 'housing', 'normal'], ['neglect', 'housing', 'low']];

const reporterAmong = (tell: Telling, volunteer: Actor, helpers: readonly Actor[]): { by: Actor; noticed: Noticed } => {
  const landlord = helpers.find(({ domain }) => domain === 'housing');
  if (landlord && tell.chance.often(0.6)) return { by: landlord, noticed: tell.chance.pick(byLandlord) };
  return { by: volunteer, noticed: tell.chance.pick(byNeighbours) };
};

/** Someone saw that it was not going well and said so. It is answered in time and they hear that it was, as it should go; or not. */
export const noticed: Course = (tell, { municipality, first, second, third, face, volunteer }, run) => {
  const { by, noticed: [kind, domain, urgency] } = reporterAmong(tell, volunteer, [first, second, third]);
  const signalId = `sg-${tell.household.key}`;
  const [to, forwarded] = tell.chance.often(0.3) ? [municipality, true] : [face, false];
  const answered = keeps(tell, run) ? 2 : tell.chance.between(9, 40);
  tell.say(by.partner, 0, SignalRaisedData, { signalId, kind, domain, urgency, addressedTo: to.partner });
  if (forwarded) tell.say(to.partner, 1, SignalForwardedData, { signalId, to: face.partner });
  if (!keeps(tell, run) && tell.chance.often(0.2)) return;
  tell.say(face.partner, answered, SignalAnsweredData, { signalId, outcome: tell.chance.pick(['taken-up', 'taken-up', 'already-known', 'no-action']) });
  if (keeps(tell, run)) tell.say(face.partner, answered + 1, ReporterInformedData, { signalId });
  tell.say(face.partner, answered + 3, ResidentInformedData, { about: 'signal' });
  if (tell.chance.often(0.5)) supported(tell, volunteer, { from: answered + 10, kind: 'volunteer', label: 'wandelmaatje' });
  if (tell.chance.often(0.5)) return;
  tell.say(face.partner, answered + 8, OwnStrengthExploredData, { together: true, networkInvolved: true, result: 'network' });
  involved(tell, face, { from: answered + 12, to: run.days, kept: keeps(tell, run) });
};
