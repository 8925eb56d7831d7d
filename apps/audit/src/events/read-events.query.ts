import type { Caller } from '@kring/access';
import type { Purpose } from '@kring/contracts';
import type { RecordedEvent } from '@kring/event-store';
import { problem } from '@kring/platform';
import { householdEventOf } from '@kring/projection-runtime';
import { loggedEvent, mergedByPosition, withheld, type LoggedEvent } from '@kring/reading';
import type { AuditParts } from '../parts.ts';
import { reasonOf } from '../reason.ts';
import { cursorText, type EventsAsked } from './events-query.ts';
import type { HiddenEvents } from './hidden-events.ts';

export type EventsPage = { readonly events: readonly LoggedEvent[]; readonly next: string | null };
export type EventsLook = { readonly caller: Caller; readonly purpose: Purpose };

const watchers: readonly string[] = ['auditor', 'privacy-officer'];

/** The log as it is, for those who watch over the hub: open facts and pseudonyms, every place accounted for. */
export class ReadEvents {
  constructor(private readonly parts: Pick<AuditParts, 'eventStore' | 'view' | 'accessLog' | 'replayLog'>, private readonly hidden: HiddenEvents) {}

  async page(asked: EventsAsked, look: EventsLook, reason: string | null): Promise<EventsPage> {
    const { caller } = look;
    if (caller.kind !== 'user' || !caller.roles.some((role) => watchers.includes(role))) throw problem.forbidden('The log is read by an auditor or the privacy officer.');
    const why = reasonOf(caller, reason, look.purpose);
    const { events, more } = await this.#read(asked);
    const shown = await this.#shown(events);
    await this.#record(asked, look, why, shown);
    const last = events.at(-1);
    return { events: shown, next: last && more ? cursorText(last.position, asked) : null };
  }

  async #read({ after, upTo, until, limit, ...which }: EventsAsked): Promise<{ readonly events: readonly RecordedEvent[]; readonly more: boolean }> {
    const events: RecordedEvent[] = [];
    for await (const batch of await this.#source(which, after, limit + 1)) {
      for (const event of batch) {
        if (event.position <= after) continue;
        if (event.position > upTo || (until !== null && event.recordedAt > until)) return { events, more: false };
        if (events.length === limit) return { events, more: true };
        events.push(event);
      }
    }
    return { events, more: false };
  }

  async #source({ stream, household }: Pick<EventsAsked, 'stream' | 'household'>, after: string, batchSize: number): Promise<AsyncIterable<readonly RecordedEvent[]>> {
    const { eventStore, view } = this.parts;
    if (stream !== null) return eventStore.readStream(stream, { batchSize });
    if (household === null) return eventStore.readAll({ after, batchSize });
    const row = await view.circle(household);
    const history = row ? await view.history(row.cluster) : [];
    const streams = new Set(history.map(({ partner, householdId }) => `${partner}-${householdId}`));
    return mergedByPosition([...streams].map((name) => eventStore.readStream(name)));
  }

  async #shown(events: readonly RecordedEvent[]): Promise<LoggedEvent[]> {
    const about = new Map(events.flatMap((event) => {
      const household = householdEventOf(event);
      return household ? [[event, household] as const] : [];
    }));
    const hidden = await this.hidden.among([...about.values()]);
    return events.map((event) => {
      const household = about.get(event);
      return household && hidden.has(household) ? withheld(event) : loggedEvent(event);
    });
  }

  /** On record before the answer leaves: the reading itself, and a line for each household that it tells about. */
  async #record({ stream, household }: EventsAsked, { caller, purpose }: EventsLook, reason: string, events: readonly LoggedEvent[]): Promise<void> {
    const { accessLog, replayLog } = this.parts;
    const told = new Set(events.flatMap(({ householdId }) => householdId ?? []));
    const [from, until] = [events[0]?.position, events.at(-1)?.position];
    const one = household ?? (stream === null ? undefined : [...told][0]) ?? null;
    await Promise.all([
      ...[...told].map((householdId) => accessLog.record({ caller, householdId, purpose, view: 'events', persons: [] })),
      replayLog.record({ caller, householdId: one, stream: stream ?? (household === null ? 'all' : `household:${household}`), from, until, reason }),
    ]);
  }
}
