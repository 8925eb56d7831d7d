import type { Caller, Relation } from '@kring/access';
import { hiddenEvents } from '@kring/access';
import type { SealedCircle, TimelineEntry } from '@kring/household';
import { eventsBehind } from '@kring/reading';
import type { Seen } from '../reading/household-reading.ts';

/** What a reader is told of an event that it may know of. */
export type EntrySeen = Omit<TimelineEntry, 'organisation'> & { readonly organisation: string | null };

/** Those to whom the whole course of the household is theirs to follow; others see what stands behind what they see, and their own. */
const followsAll: ReadonlySet<Relation> = new Set(['contact-person', 'coordinator', 'auditor', 'resident']);
const aboutSignals = 'nl.kring.signals.';

/**
 * The timeline as the caller may see it. An event is as visible as the rows of the circle that rest on it; one on which no row
 * rests is visible to whoever follows all of the household, unless it is of a partner that is discreet.
 */
export const timelineSeen = (entries: readonly TimelineEntry[], { circle, whole, relation }: Pick<Seen, 'circle' | 'whole' | 'relation'>, { partner }: Caller): readonly EntrySeen[] => {
  const visible = eventsBehind(circle satisfies SealedCircle);
  const hidden = hiddenEvents(whole, circle);
  const maySee = ({ id, organisation, sensitivity }: TimelineEntry): boolean => {
    if (visible.has(id) || organisation === partner) return true;
    return followsAll.has(relation) && sensitivity === 'normal' && !hidden.has(id);
  };
  // A resident learns of the signals about them, never who raised them.
  const reporterKept = (type: string): boolean => relation === 'resident' && type.startsWith(aboutSignals);
  return entries.filter(maySee).map((entry) => (reporterKept(entry.type) ? { ...entry, organisation: null } : entry));
};
