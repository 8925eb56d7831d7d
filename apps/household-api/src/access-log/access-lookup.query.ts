import { accessLogSeen, type AccessLog, type AccessLogEntry } from '@kring/access';
import { type Page, cursorOf } from '@kring/reading';
import type { HouseholdReading, Look } from '../reading/household-reading.ts';

export type AccessPage = { readonly entries: readonly AccessLogEntry[]; readonly next: string | null };

const keyOf = ({ at, eventId }: AccessLogEntry): string => `${at}/${eventId}`;

/** Who looked at a household, and why; the newest first. */
export class AccessLookup {
  constructor(private readonly reading: HouseholdReading, private readonly accessLog: AccessLog) {}

  async page(householdId: string, { after, limit }: Page, look: Look): Promise<AccessPage> {
    const seen = await this.reading.see(householdId, look);
    const logs = await Promise.all(seen.row.ids.map((id) => this.accessLog.read(id)));
    const entries = accessLogSeen(look.caller, seen.relation, logs.flat())
      .sort((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
      .filter((entry) => after === undefined || keyOf(entry) < after);
    await this.reading.record(look, seen);
    const page = entries.slice(0, limit);
    const last = page.at(-1);
    return { entries: page, next: last && entries.length > limit ? cursorOf(keyOf(last)) : null };
  }
}
