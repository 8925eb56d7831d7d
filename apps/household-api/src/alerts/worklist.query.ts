import type { Caller } from '@kring/access';
import type { AlertRow } from '@kring/contracts';
import { areaTerm, codeTerm, organisationTerm, readerTerm, type FoundAlert, type HouseholdView } from '@kring/projection-runtime';
import { type Page, cursorOf } from '@kring/reading';
import type { HouseholdReading, Look, Seen } from '../reading/household-reading.ts';
import type { AlertFilter } from './alert-filter.ts';

export type Alert = AlertRow & { readonly householdId: string | null; readonly region: string; readonly area: string };
export type AlertPage = { readonly alerts: readonly Alert[]; readonly next: string | null };

/** Lines that are read in one go, and that one request looks at in all: most callers may see most of what they ask for. */
const chunk = 200;
const mostLookedAt = 2_000;

const termsOf = ({ code, area, organisation }: AlertFilter, partner: string | null): readonly string[] => [
  ...(code ? [codeTerm(code)] : []),
  ...(area ? [areaTerm(area)] : []),
  ...(organisation ? [organisationTerm(organisation)] : []),
  ...(partner ? [readerTerm(partner)] : []),
];

/** The alerts on households that the caller may know of, each as far as the caller may see it; the longest standing first. */
export class Worklist {
  constructor(private readonly view: HouseholdView, private readonly reading: HouseholdReading) {}

  async page(filter: AlertFilter, { after, limit }: Page, look: Look): Promise<AlertPage> {
    const terms = termsOf(filter, look.caller.partner);
    const alerts: Alert[] = [];
    const told = new Set<Seen>();
    let last = after;
    for (let lookedAt = 0, more = true; more; ) {
      const lines = await this.view.alerts(terms, { after: last, limit: chunk });
      const seen = await this.#seenBy(lines, look);
      for (const line of lines) {
        if (alerts.length === limit) break;
        last = line.key;
        const household = seen.get(line.householdId ?? '');
        const alert = line.householdId === null ? ofNoHousehold(line, look.caller) : household && visible(line, household);
        if (!alert) continue;
        if (household) told.add(household);
        alerts.push({ ...alert, householdId: line.householdId, region: line.region, area: line.area });
      }
      lookedAt += lines.length;
      const exhausted = lines.length < chunk && last === (lines.at(-1)?.key ?? last);
      more = !exhausted && alerts.length < limit && lookedAt < mostLookedAt;
      if (exhausted) last = undefined;
    }
    await this.reading.record(look, ...told);
    return { alerts, next: last === undefined ? null : cursorOf(last) };
  }

  async #seenBy(lines: readonly FoundAlert[], { caller }: Look): Promise<ReadonlyMap<string, Seen>> {
    const ids = [...new Set(lines.flatMap(({ householdId }) => householdId ?? []))];
    const seen = await this.reading.known(ids, caller);
    return new Map(seen.map((one) => [one.row.circle.canonicalId, one]));
  }
}

/** The line as the caller sees it: its circle says which alerts are left, and of which organisations they may speak. */
const visible = ({ alert }: FoundAlert, { circle }: Seen): AlertRow | undefined =>
  circle.alerts.find((one) => one.code === alert.code && one.since === alert.since && one.because.every((id) => alert.because.includes(id)));

const watching: readonly string[] = ['auditor', 'privacy-officer'];
const working: readonly string[] = ['caseworker', 'coordinator'];

/** Those who watch over the hub read every such line; a partner's system and its workers those that are for it. */
const ofNoHousehold = (line: FoundAlert, { kind, partner, roles }: Caller): AlertRow | undefined => {
  if (roles.some((role) => watching.includes(role))) return line.alert;
  const works = kind === 'system' || roles.some((role) => working.includes(role));
  return works && line.householdId === null && partner !== null && line.readers.includes(partner) ? line.alert : undefined;
};
