import type { JsonObject, RecordedEvent } from '@kring/event-store';
import type { KeyStore } from '@kring/key-store';
import type { ProjectionDefinition, ProjectionStep, ViewReader } from '@kring/projection-runtime';
import { boundTo } from '@kring/sealing';
import type { Sealer } from '@kring/sealing';
import type { ViewRow } from '@kring/view-store';
import type { Effect } from './effect.ts';
import { effectFromJson } from './effect.ts';
import { mergedType } from './event-types.ts';
import { collections, loadRows } from './index-reader.ts';
import { Rows } from './rows.ts';
import type { SeenRow } from './seen.ts';
import { encodeRow } from './token-row.ts';
import { unresolvedType, unresolvedRow } from './unresolved-event.ts';

type Followed = { readonly event: RecordedEvent; readonly householdId: string; readonly effect: Effect | undefined };

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

/** What a later commit of the index tells those who listen: `e:` an event was written, `k:` a key may lead elsewhere now. */
export const wrote = { event: (storeId: string) => `e:${storeId}`, key: (key: string) => `k:${key}` };

/**
 * Writes the door's index down behind the log: which events were taken, and which tokens lead to which household. What this
 * process decided itself it has at hand; what another did, or an earlier run, it reads from the box that came with the event.
 */
export class IndexFollower implements ProjectionDefinition {
  readonly name = 'door';
  readonly #own = new Map<string, Effect>();

  constructor(private readonly keys: KeyStore, private readonly sealer: Sealer) {}

  /** This event was decided here; its effect need not be read back from its box. */
  expect(storeId: string, effect: Effect): void {
    this.#own.set(storeId, effect);
  }

  forgetEvent(storeId: string): void {
    this.#own.delete(storeId);
  }

  async apply(batch: readonly RecordedEvent[], read: ViewReader): Promise<ProjectionStep> {
    const followed = await this.followed(batch);
    const rows = new Rows();
    const tokens = followed.flatMap(({ effect }) => effect?.links.map((link) => link.token) ?? []);
    const households = followed.flatMap(({ event, householdId, effect }) => [householdId, ...strings(event.data['from']), ...(effect?.links.map((link) => link.householdId) ?? [])]);
    await loadRows(rows, read, tokens, households);
    const homes = [...rows.households.values()].flatMap((row) => row.livesAt ?? []);
    await loadRows(rows, read, homes, []);
    for (const { event, householdId, effect } of followed) {
      if (effect) rows.apply(householdId, effect);
      if (event.type === mergedType) rows.merge([householdId, ...strings(event.data['from'])]);
    }
    return this.step(batch, followed, rows);
  }

  private step(batch: readonly RecordedEvent[], followed: readonly Followed[], rows: Rows): ProjectionStep {
    const puts: ViewRow[] = [
      ...[...rows.changedTokens].map((token) => ({ collection: collections.token, key: token, value: encodeRow(rows.token(token)) })),
      ...[...rows.changedHouseholds].map((id) => ({ collection: collections.household, key: id, value: encodeRow(rows.household(id)) })),
      ...followed.map(({ event, householdId, effect }) => seenRowOf(event, householdId, effect)),
      ...batch.filter((event) => event.type === unresolvedType).flatMap((event) => [unresolvedRow(event), seenRowOf(event, null, undefined)]),
    ];
    const awaited = batch.filter((event) => event.type === unresolvedType).flatMap((event) => strings(event.data['awaits']));
    const changed = [...rows.changedTokens, ...[...rows.changedHouseholds].map((id) => `h:${id}`), ...awaited];
    const settled = followed.flatMap(({ event }) => text(event.metadata['keptUnresolved']) ?? []);
    const deletes = settled.map((key) => ({ collection: collections.unresolved, key }));
    return { puts, deletes, touched: [...batch.map((event) => wrote.event(event.id)), ...changed.map(wrote.key)] };
  }

  private async followed(batch: readonly RecordedEvent[]): Promise<Followed[]> {
    const about = batch.flatMap((event) => {
      const [partner, householdId] = [text(event.metadata['partner']), text(event.metadata['subject'])];
      return partner !== undefined && householdId !== undefined && event.stream === `${partner}-${householdId}` ? [{ event, householdId }] : [];
    });
    const strangers = about.filter(({ event }) => !this.#own.has(event.id) && text(event.metadata['tokens']) !== undefined);
    const keys = strangers.length === 0 ? new Map() : await this.keys.find([...new Set(strangers.map(({ householdId }) => `household:${householdId}`))]);
    return about.map(({ event, householdId }) => ({ event, householdId, effect: this.#own.get(event.id) ?? this.opened(event, householdId, keys.get(`household:${householdId}`)) }));
  }

  /** After erasure there is no key: the event stays, and leads nowhere. */
  private opened(event: RecordedEvent, householdId: string, key: Parameters<Sealer['open']>[0] | undefined): Effect | undefined {
    const box = text(event.metadata['tokens']);
    if (key === undefined || box === undefined) return undefined;
    try {
      return effectFromJson(this.sealer.open(key, 'tokens', boundTo(event.id, event.type, householdId), box) as JsonObject);
    } catch {
      return undefined;
    }
  }
}

const seenRowOf = (event: RecordedEvent, householdId: string | null, effect: Effect | undefined): ViewRow => {
  const command = event.metadata['command'] as SeenRow['command'] | undefined;
  const row: SeenRow = {
    digest: effect?.digest ?? text(event.metadata['digest']) ?? '',
    position: event.position,
    revision: event.revision,
    householdId,
    status: householdId === null ? 'unresolved' : 'accepted',
    ...(command === undefined ? {} : { command }),
  };
  return { collection: collections.seen, key: event.id, value: encodeRow(row) };
};
