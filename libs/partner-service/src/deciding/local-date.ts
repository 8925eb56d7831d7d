import { dateOfDay, dayOf } from '@kring/household';

/** The day of an instant: its local date in Europe/Amsterdam, as `2026-03-31`. */
export const dateOf = (instant: string): string => dateOfDay(dayOf(Date.parse(instant)));
