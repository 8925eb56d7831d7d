import type { Chance } from '../stage/chance.ts';
import type { Course } from '../lives/course.ts';
import { byConsent, contested, discreet, takingPart } from '../lives/deciding.ts';
import { asked, oneHelper, severalHelpers } from '../lives/helping.ts';
import { noticed } from '../lives/noticing.ts';
import { passedOn } from '../lives/referring.ts';

/** What happens to households in view: of a hundred stretches of life, so many of each, and for how many days. */
const courses: readonly { readonly course: Course; readonly share: number; readonly shortest: number; readonly longest: number }[] = [
  { course: asked, share: 14, shortest: 60, longest: 60 },
  { course: oneHelper, share: 27, shortest: 90, longest: 500 },
  { course: severalHelpers, share: 26, shortest: 120, longest: 420 },
  { course: noticed, share: 12, shortest: 60, longest: 200 },
  { course: passedOn, share: 9, shortest: 130, longest: 240 },
  { course: takingPart, share: 4, shortest: 90, longest: 180 },
  { course: byConsent, share: 4, shortest: 130, longest: 220 },
  { course: contested, share: 2, shortest: 120, longest: 180 },
  { course: discreet, share: 3, shortest: 100, longest: 200 },
];
const shares = courses.reduce((sum, { share }) => sum + share, 0);

/** How well everyone around a household keeps to what was agreed. Mostly well; some households are out of luck. */
const cares = [0.99, 0.99, 0.98, 0.95, 0.9, 0.75, 0.45] as const;

export type Chapter = { readonly course: Course; readonly days: number; readonly care: number };

/** The next stretch of a household's life. */
export const chapterFor = (chance: Chance): Chapter => {
  let left = chance.next() * shares;
  const found = courses.find(({ share }) => (left -= share) < 0) ?? courses[0]!;
  return { course: found.course, days: chance.between(found.shortest, found.longest), care: chance.pick(cares) };
};

/** Days of quiet before something happens again. */
export const quietDays = (chance: Chance): number => chance.between(30, 240);
