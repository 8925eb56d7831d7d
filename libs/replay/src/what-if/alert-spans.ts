import type { AlertRow } from '@kring/contracts';
import { alertsBetween } from '../changes/alerts-between.ts';
import { walk, type Household } from '../walk/walk.ts';

/** An alert from when it first showed until it was gone: who should have acted, and for how long they could. */
export type AlertSpan = Pick<AlertRow, 'code' | 'name' | 'severity' | 'since' | 'actor' | 'organisations' | 'sensitivity' | 'message' | 'threshold' | 'because'> & {
  /** The first instant at which whoever looked would have seen it: never before the hub knew. */
  readonly shownAt: string;
  /** Null where it still stands. */
  readonly goneAt: string | null;
};

const spanOf = ({ code, name, severity, since, actor, organisations, sensitivity, message, threshold, because }: AlertRow, shownAt: string): AlertSpan => ({
  code, name, severity, since, actor, organisations, sensitivity, message, threshold, because, shownAt, goneAt: null,
});

/**
 * Every alert that a household's circle would have shown, from its first event up to an instant, in the order in which they
 * showed. Of an alert that became urgent, it is the urgent one that is told.
 */
export const alertSpans = (household: Household, until: string, off: ReadonlySet<string> = new Set()): AlertSpan[] => {
  const spans: AlertSpan[] = [];
  const standing = new Map<AlertRow, number>();
  for (const { at, before, after } of walk(household, { from: -1, until })) {
    const { raised, cleared, stays } = alertsBetween(before?.alerts ?? [], after.alerts);
    for (const alert of cleared) {
      const index = standing.get(alert);
      if (index !== undefined) spans[index] = { ...(spans[index] as AlertSpan), goneAt: at };
      standing.delete(alert);
    }
    for (const pair of stays) {
      const index = standing.get(pair.before);
      if (index === undefined) continue;
      standing.delete(pair.before);
      standing.set(pair.after, index);
      spans[index] = spanOf(pair.after, (spans[index] as AlertSpan).shownAt);
    }
    for (const alert of raised) {
      if (off.has(alert.code)) continue;
      standing.set(alert, spans.length);
      spans.push(spanOf(alert, at));
    }
  }
  return spans;
};

/** The same history as if everything had been told when it happened: what the rules make of it, apart from how late it was told. */
export const inHindsight = (household: Household): Household => ({
  ...household,
  history: household.history
    .map((event) => ({ ...event, recordedAt: new Date(event.occurredAt).toISOString() }))
    .sort((one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt) || (one.position < other.position ? -1 : 1)),
});
