import {
  AdviceGivenData, AdviceRequestedData, OwnStrengthExploredData, ReferralAcceptedData, ReferralCompletedData, ReferralRejectedData, ReferralRequestedData, ReferralStartedData, ResidentInformedData, type Level,
} from '@kring/contracts';
import type { Actor } from '../stage/cast.ts';
import type { Telling } from '../stage/telling.ts';
import { involved } from '../stage/threads.ts';
import { keeps, type Course, type Run } from './course.ts';

type Step = { readonly day: number; readonly number: number; readonly from: Actor; readonly to: Actor };

/** One step of a chain: asked, taken on within days, begun soon after. Where it is not taken on, it stalls. */
const step = (tell: Telling, { day, number, from, to }: Step, run: Run): boolean => {
  const referralId = `r${number}-${tell.household.key}`;
  const level: Level = number < 2 ? 'basic-team' : 'specialist';
  const reason = number > 2 ? { reasonForExtraStep: 'Er bleek meer te spelen dan eerst gedacht.' } : {};
  tell.say(from.partner, day, ReferralRequestedData, { referralId, chainId: `chain-${tell.household.key}`, to: to.partner, discipline: to.professional.role, level, ...reason });
  tell.say(from.partner, day + 1, ResidentInformedData, { about: 'referral' });
  if (tell.chance.often(0.06)) {
    tell.say(to.partner, day + 3, ReferralRejectedData, { referralId, reason: tell.chance.pick(['capacity', 'wrong-discipline']) });
    return false;
  }
  if (!keeps(tell, run) && tell.chance.often(0.5)) return false;
  tell.say(to.partner, day + (keeps(tell, run) ? 3 : 16), ReferralAcceptedData, { referralId });
  if (!keeps(tell, run) && tell.chance.often(0.3)) return false;
  tell.say(to.partner, day + (keeps(tell, run) ? 8 : 35), ReferralStartedData, { referralId });
  involved(tell, to, { from: day + (keeps(tell, run) ? 8 : 35), to: run.days, name: `step${number}`, kept: keeps(tell, run) });
  if (run.days > day + 80) tell.say(to.partner, run.days - 2, ReferralCompletedData, { referralId });
  return true;
};

/** Help that another can give better. Two steps should do; where they do not, people are passed on. */
export const passedOn: Course = (tell, { municipality, first, second, third, face }, run) => {
  involved(tell, first, { from: 0, to: 50, reason: 'referred', kept: keeps(tell, run) });
  if (keeps(tell, run)) tell.say(first.partner, 10, OwnStrengthExploredData, { together: true, networkInvolved: false, result: 'support-needed' });
  if (tell.chance.often(0.3)) {
    tell.say(face.partner, 12, AdviceRequestedData, { adviceId: `ad-${tell.household.key}`, discipline: third.professional.role, anonymous: true });
    tell.say(third.partner, 16, AdviceGivenData, { adviceId: `ad-${tell.household.key}` });
  }
  // Passed on for the third time, people end up at the gemeente, or where they began.
  const last = [first, second, third].some(({ partner }) => partner === municipality.partner) ? first : municipality;
  const chain = [first, second, third, last];
  const most = tell.chance.pick([1, 1, 1, 2, 2, 3, 3]);
  for (let number = 1; number <= most; number += 1) {
    const [from, to] = [chain[number - 1] as Actor, chain[number] as Actor];
    if (from.partner === to.partner || !step(tell, { day: 20 + 40 * (number - 1), number, from, to }, run)) return;
  }
};
