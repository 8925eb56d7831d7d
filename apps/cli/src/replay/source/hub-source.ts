import type { HouseholdEvent } from '@kring/household';
import { HubRefused, problemOf } from '@kring/publisher';
import type { LoggedEvent } from '@kring/reading';
import type { ReplayEntry } from '@kring/replay';
import { accessTokenFor } from '../../hub/bearer.ts';
import { send } from '../../hub/hub.ts';
import type { Terminal } from '../../terminal.ts';
import type { ReplayOptions } from '../replay.command.ts';
import type { EventsAsked, HouseholdAsked, ReplaySource } from './source.ts';

type EntriesPage = { readonly entries: readonly ReplayEntry[]; readonly next: string | null };
type EventsPage = { readonly events: readonly LoggedEvent[]; readonly next: string | null };

const pageSize = '500';

/** The event as rules fold it. Of one that is withheld there is nothing to fold. */
const householdEventOf = ({ position, recordedAt, id, source, type, occurredAt, organisation, householdId, data, personal }: LoggedEvent): readonly HouseholdEvent[] => {
  if (!householdId || !type || !organisation || !data) return [];
  return [{ uuid: position, id: id ?? position, type, partner: organisation, householdId, position, recordedAt, occurredAt: occurredAt ?? recordedAt, source: source ?? '', sequence: null, data, personal }];
};

/** What a running hub lets this account see, page by page. */
export class HubSource implements ReplaySource {
  readonly #accessToken;

  constructor(private readonly options: ReplayOptions, terminal: Terminal) {
    this.#accessToken = accessTokenFor(options, terminal);
  }

  async *household(id: string, { order, from, until }: HouseholdAsked): AsyncIterable<ReplayEntry> {
    const query = { order, ...(from ? { from } : {}), ...(until ? { until } : {}) };
    for await (const { entries } of this.#pages<EntriesPage>(`/v1/audit/households/${encodeURIComponent(id)}/replay`, query)) yield* entries;
  }

  async *events(asked: EventsAsked & { readonly household?: string }): AsyncIterable<LoggedEvent> {
    const { stream, household, from, until } = asked;
    const query = { ...(stream ? { stream } : {}), ...(household ? { household } : {}), ...(until ? { until } : {}) };
    for await (const { events } of this.#pages<EventsPage>('/v1/audit/events', query)) yield* from ? events.filter(({ position }) => position >= from) : events;
  }

  async *households(): AsyncIterable<string> {
    const seen = new Set<string>();
    for await (const { householdId } of this.events({})) {
      if (householdId === null || seen.has(householdId)) continue;
      seen.add(householdId);
      yield householdId;
    }
  }

  async history(id: string): Promise<readonly HouseholdEvent[]> {
    const events: HouseholdEvent[] = [];
    for await (const event of this.events({ household: id })) events.push(...householdEventOf(event));
    return events;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async *#pages<Page extends { readonly next: string | null }>(path: string, query: Readonly<Record<string, string>>): AsyncIterable<Page> {
    for (let after: string | null = null; ; ) {
      const page: Page = await this.#read<Page>(`${path}?${new URLSearchParams({ ...query, limit: pageSize, ...(after ? { after } : {}) })}`);
      yield page;
      if (page.next === null) return;
      after = page.next;
    }
  }

  async #read<Answer>(path: string): Promise<Answer> {
    const { url, purpose, reason } = this.options;
    const headers = {
      authorization: `Bearer ${await this.#accessToken()}`, accept: 'application/json', 'processing-activity': purpose,
      ...(reason ? { 'replay-reason': encodeURIComponent(reason) } : {}),
    };
    const response = await send(url, path, { headers });
    if (!response.ok) throw new HubRefused(await problemOf(response));
    return (await response.json()) as Answer;
  }
}
