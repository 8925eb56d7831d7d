import type { AlertRow } from '@kring/contracts';
import { timelineOf, type SealedCircle, type TimelineEntry } from '@kring/household';
import { alertsBetween } from '../changes/alerts-between.ts';
import { changesBetween, type Change } from '../changes/changes-between.ts';
import type { Household, Step } from '../walk/walk.ts';

/**
 * One thing that a reader meets in a replay: an event; `time`, where time alone changed the circle; or `withheld`, where an event
 * that is kept from this reader changed what the reader does see.
 */
export type ReplayEntry = {
  readonly kind: 'event' | 'time' | 'withheld';
  readonly position: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  /** The CloudEvents id; null where there is no event to show. */
  readonly id: string | null;
  readonly type: string | null;
  readonly organisation: string | null;
  /** The publisher's own id of what it is about. */
  readonly subject: string | null;
  readonly text: { readonly nl: string; readonly en: string } | null;
  readonly changes: readonly Change[];
  readonly alertsRaised: readonly AlertRow[];
  readonly alertsCleared: readonly AlertRow[];
  /** Alerts that became more or less urgent while they stood. */
  readonly alertsChanged: readonly AlertRow[];
};

/** What a reader sees: of a circle, and of the events by themselves. */
export type Sight = {
  readonly circle: (circle: SealedCircle) => SealedCircle | null;
  readonly event: (entry: TimelineEntry) => boolean;
  /** What the reader is told of an event that it may know of: by whom, and in which words. */
  readonly told: (entry: TimelineEntry) => Pick<ReplayEntry, 'organisation' | 'text'>;
};

const endOfTime = '9999-12-31T23:59:59.999Z';
const nameOf = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type} ${id}`;

/** The events of a household that have a sentence, as a timeline tells them. */
export const sentencesOf = ({ history, householdId, rules }: Household): ReadonlyMap<string, TimelineEntry> =>
  new Map(timelineOf(history, { householdId, asOf: endOfTime, knownAt: endOfTime }, rules).map((entry) => [nameOf(entry), entry]));

type Seen = Pick<ReplayEntry, 'changes' | 'alertsRaised' | 'alertsCleared' | 'alertsChanged'>;

const seenIn = ({ before, after }: Step, { circle }: Sight): Seen => {
  const [was, is] = [before && circle(before), circle(after)];
  const { raised, cleared, stays } = alertsBetween(was?.alerts ?? [], is?.alerts ?? []);
  return {
    changes: changesBetween(was, is),
    alertsRaised: raised,
    alertsCleared: cleared,
    alertsChanged: stays.flatMap((pair) => (pair.before.severity === pair.after.severity ? [] : [pair.after])),
  };
};

const isNothing = ({ changes, alertsRaised, alertsCleared, alertsChanged }: Seen): boolean =>
  [changes, alertsRaised, alertsCleared, alertsChanged].every(({ length }) => length === 0);

/** What the reader meets at a step; nothing where there is neither an event to show nor a change to see. */
export const entryOf = (step: Step, sentences: ReadonlyMap<string, TimelineEntry>, sight: Sight): ReplayEntry | null => {
  const { event, at, position } = step;
  const told = event && sentences.get(nameOf(event));
  const seen = seenIn(step, sight);
  if (event && told && sight.event(told)) {
    return { kind: 'event', position, recordedAt: at, occurredAt: told.at, id: told.id, type: told.type, subject: told.subject, ...sight.told(told), ...seen };
  }
  if (isNothing(seen)) return null;
  return { kind: event ? 'withheld' : 'time', position, recordedAt: at, occurredAt: at, id: null, type: null, organisation: null, subject: null, text: null, ...seen };
};
