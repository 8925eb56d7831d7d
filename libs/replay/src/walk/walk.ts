import { CircleFold, type HouseholdEvent, type RulesOfArea, type SealedCircle } from '@kring/household';

/** The circle as whoever looked at that instant would have seen it, before and after one event, or before and after time alone changed it. */
export type Step = {
  /** Null where time alone drew the circle otherwise: a term ran out, or something that was told ahead happened. */
  readonly event: HouseholdEvent | null;
  /** When the hub had the event, or when the time came. */
  readonly at: string;
  /** Place of the event, or of the last event before the time came. */
  readonly position: string;
  readonly before: SealedCircle | null;
  readonly after: SealedCircle;
};

export type Household = {
  readonly householdId: string;
  /** Every event that is known of the household, in the order of the log. */
  readonly history: readonly HouseholdEvent[];
  readonly rules: RulesOfArea;
};

/** From where to where: steps behind the event at index `from` (-1: from the first), up to an instant. */
export type Stretch = { readonly from: number; readonly until: string };

/** One step further than this in time alone, without an event, is no history any more but a fold that does not end. */
const mostStepsOfTime = 100_000;

/** A circle that is kept up with the log, one event or one instant at a time. */
class Course {
  readonly #fold: CircleFold;
  #circle: SealedCircle | null = null;
  #changesAt: string | null = null;
  position = '';

  constructor({ householdId, rules }: Household) {
    this.#fold = new CircleFold(rules, { householdId });
  }

  /** Takes an event without looking: for what lies before the stretch. */
  take(event: HouseholdEvent): void {
    this.#fold.apply(event);
    this.position = event.position;
  }

  look(at: string): SealedCircle {
    const { circle, changesAt } = this.#fold.at({ asOf: at, knownAt: at });
    [this.#circle, this.#changesAt] = [circle, changesAt];
    return circle;
  }

  get circle(): SealedCircle | null {
    return this.#circle;
  }

  /** When time alone changes the circle next, if that is by the given instant. */
  dueBy(until: string): string | null {
    return this.#changesAt !== null && Date.parse(this.#changesAt) <= Date.parse(until) ? this.#changesAt : null;
  }
}

function* timePasses(course: Course, until: string): Generator<Step, void> {
  for (let steps = 0, at = course.dueBy(until); at !== null && steps < mostStepsOfTime; at = course.dueBy(until), steps += 1) {
    const before = course.circle;
    yield { event: null, at, position: course.position, before, after: course.look(at) };
  }
}

/**
 * Goes through a household as it became known, event by event in the order of the log, and with every instant in between at
 * which time alone changed its circle. What was told late is met when it was told.
 */
export function* walk(household: Household, { from, until }: Stretch): Generator<Step, void> {
  const course = new Course(household);
  const { history } = household;
  for (const event of history.slice(0, from + 1)) course.take(event);
  const last = history[from];
  if (last) course.look(last.recordedAt);
  for (const event of history.slice(from + 1)) {
    if (Date.parse(event.recordedAt) > Date.parse(until)) break;
    yield* timePasses(course, event.recordedAt);
    const before = course.circle;
    course.take(event);
    yield { event, at: event.recordedAt, position: event.position, before, after: course.look(event.recordedAt) };
  }
  yield* timePasses(course, until);
}
