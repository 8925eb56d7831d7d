import { dateOfDay, dayOf, isWorkingDay, startOfDay, type Day } from '@kring/household';

/** Days around a day from which a story counts: 0 is that day, -7 a week before it, 1 the next morning. */
export class Calendar {
  readonly #today: Day;

  constructor(anchor: Date) {
    this.#today = dayOf(anchor.getTime());
  }

  /** The date of a working day: what falls in a weekend or on a holiday is moved to the working day before it, or, ahead of us, to the one after it. */
  date(day: number): string {
    return dateOfDay(this.#workingDay(day));
  }

  /** That day at a local time, as an instant in UTC. The clocks change on Sundays, so a working day has its usual hours. */
  at(day: number, time: string): string {
    const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    return new Date(startOfDay(this.#workingDay(day)) + minutes * 60_000).toISOString();
  }

  #workingDay(day: number): Day {
    const step = day > 0 ? 1 : -1;
    let found = this.#today + day;
    while (!isWorkingDay(found)) found += step;
    return found;
  }
}
