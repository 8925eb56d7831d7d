import type { Telling } from '../stage/telling.ts';
import type { TownCast } from '../town/workforce.ts';

/** For how many days it runs from its day 0, and how often those in it keep to what was agreed (0 to 1). */
export type Run = { readonly days: number; readonly care: number };

/** A stretch in the life of a household in which something happens. Told from its first day on; what lies beyond today is left out. */
export type Course = (tell: Telling, cast: TownCast, run: Run) => void;

/** Whether this was done as agreed. */
export const keeps = ({ chance }: Telling, { care }: Run): boolean => chance.often(care);
