import { timelineOf } from '@kring/household';
import { type Page, cursorOf } from '@kring/reading';
import type { HouseholdApiParts } from '../parts.ts';
import type { HouseholdReading, Look } from '../reading/household-reading.ts';
import { timelineSeen, type EntrySeen } from './timeline-seen.ts';

/** One event of a household in words that hold nothing personal. */
export type TimelineLine = {
  readonly eventId: string;
  readonly type: string;
  /** The partner that answers for it; null where the reader is not told. */
  readonly organisation: string | null;
  /** The publisher's own id of what it is about. */
  readonly subject: string | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly text: EntrySeen['text'];
};
export type TimelinePage = { readonly entries: readonly TimelineLine[]; readonly next: string | null };

const keyOf = ({ at, type, id }: Pick<EntrySeen, 'at' | 'type' | 'id'>): string => `${at} ${type} ${id}`;

/** Where the page behind a cursor begins. An entry that came in between stands before or behind it, and shifts nothing. */
const startOf = (entries: readonly EntrySeen[], after: string | undefined): number => {
  if (after === undefined) return 0;
  const same = entries.findIndex((entry) => keyOf(entry) === after);
  if (same >= 0) return same + 1;
  const older = entries.findIndex(({ at }) => at < (after.split(' ')[0] ?? ''));
  return older < 0 ? entries.length : older;
};

/** What happened in a household, the newest first, as far as the caller may see it. */
export class ReadTimeline {
  constructor(private readonly parts: Pick<HouseholdApiParts, 'view' | 'regions' | 'clock'>, private readonly reading: HouseholdReading) {}

  async page(householdId: string, { after, limit }: Page, look: Look): Promise<TimelinePage> {
    const seen = await this.reading.see(householdId, look);
    const { view, regions, clock } = this.parts;
    const history = await view.history(seen.row.cluster);
    const now = clock.now().toISOString();
    const told = timelineOf(history, { householdId, asOf: now, knownAt: now }, (area) => regions.rulesFor(area));
    const entries = timelineSeen(told, seen, look.caller);
    await this.reading.record(look, seen);
    const start = startOf(entries, after);
    const page = entries.slice(start, start + limit);
    const recorded = new Map(history.map(({ id, type, recordedAt }) => [`${type} ${id}`, recordedAt]));
    const lines = page.map(({ id, type, organisation, subject, at, text }) => ({
      eventId: id, type, organisation, subject, occurredAt: at, recordedAt: recorded.get(`${type} ${id}`) ?? at, text,
    }));
    const last = page.at(-1);
    return { entries: lines, next: last && start + limit < entries.length ? cursorOf(keyOf(last)) : null };
  }
}
