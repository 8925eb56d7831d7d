import { dayOf, startOfDay, type Instant } from '@kring/household';
import type { Chance } from '../stage/chance.ts';

const minute = 60_000;
const hour = 60 * minute;
const friday = 5;

/** When an event that was logged at an instant leaves a partner's system. */
type Habit = (logged: Instant, chance: Chance) => Instant;

const within = (least: number, most: number): Habit => (logged, chance) => logged + chance.between(least, most) * minute;
/** Gathered until an hour of the day, in the local time. */
const dailyAt = (atHour: number): Habit => (logged, chance) => {
  const today = startOfDay(dayOf(logged)) + atHour * hour;
  return (today > logged ? today : startOfDay(dayOf(logged) + 1) + atHour * hour) + chance.between(0, 20) * minute;
};
const weekly: Habit = (logged, chance) => {
  let day = dayOf(logged);
  while (new Date(startOfDay(day) + 12 * hour).getUTCDay() !== friday || startOfDay(day) + 18 * hour <= logged) day += 1;
  return startOfDay(day) + 18 * hour + chance.between(0, 30) * minute;
};

/** Large systems send as they go, others upload in the evening or at night, and a practice once a week. */
const habits: Readonly<Record<string, Habit>> = {
  municipality: within(5, 60), 'home-care': dailyAt(2), housing: dailyAt(20), welfare: dailyAt(20), 'first-line': dailyAt(20), 'community-centre': dailyAt(21), volunteers: dailyAt(21), gp: weekly,
};
const usual = within(2, 180);

/** Of a hundred events some are written up only days or weeks later, and one or so is sent a second time. */
const writtenUpLate = 0.025;
const longestLateDays = 21;
const sentAgain = 0.012;

export type Posted = {
  /** When the publisher logged it. */
  readonly logged: Instant;
  /** When the hub gets it; a second time where it is sent again. */
  readonly deliveries: readonly Instant[];
};

/** How an event that happened at an instant reaches the hub from a partner of this kind. */
export const posted = (happened: Instant, kind: string, chance: Chance): Posted => {
  const late = chance.often(writtenUpLate) ? chance.between(1, longestLateDays) * 24 * hour : 0;
  const logged = happened + late + chance.between(1, 25) * minute;
  const first = (habits[kind] ?? usual)(logged, chance);
  return { logged, deliveries: chance.often(sentAgain) ? [first, first + chance.between(30, 2_880) * minute] : [first] };
};
