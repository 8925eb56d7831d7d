import { randomUUID } from 'node:crypto';
import { AccessDeniedData, HouseholdViewedData } from '@kring/contracts';
import type { Purpose, View } from '@kring/contracts';
import type { EventStore, JsonObject, NewEvent } from '@kring/event-store';
import type { Clock } from '@kring/platform';
import type { Caller } from '../caller.ts';
import { entryOf } from './access-log-entry.ts';
import type { AccessLogEntry } from './access-log-entry.ts';

/** The hub as the publisher of its own access log. */
export const accessSource = 'urn:nld:kvknr:90000000:systeem:kring-access';

export type Access = { readonly caller: Caller; readonly householdId: string; readonly view: View };
/** `persons`: ids of the members that the answer tells about, one line each (NEN 7513). */
export type Viewed = Access & { readonly purpose: Purpose; readonly persons: readonly string[] };
export type Denied = Access & { readonly purpose?: Purpose; readonly policy?: string };

const streamOf = (householdId: string): string => `access-${householdId}`;

/**
 * Who looked at a household, and why: an event each in `access-<householdId>`, durable before the answer leaves. It names the
 * account and the members' ids, and nothing else of a person. The store commits what is recorded at the same time together.
 */
export class AccessLog {
  constructor(private readonly store: EventStore, private readonly clock: Clock) {}

  /** To be awaited before anything of the household is answered. */
  async record({ purpose, view, persons, ...access }: Viewed): Promise<void> {
    await this.#append(access, HouseholdViewedData.type, { purpose, view, persons: [...persons] });
  }

  /** Somebody asked for a household that the policies keep from them; only of one that exists. */
  async recordDenied({ purpose, view, policy = 'no-policy-allows', ...access }: Denied): Promise<void> {
    await this.#append(access, AccessDeniedData.type, { ...(purpose !== undefined && { purpose }), view, policy });
  }

  /** Every line of a household's log, oldest first. */
  async read(householdId: string): Promise<AccessLogEntry[]> {
    const entries: AccessLogEntry[] = [];
    for await (const events of this.store.readStream(streamOf(householdId))) entries.push(...events.map(entryOf));
    return entries;
  }

  async #append({ caller, householdId }: Omit<Access, 'view'>, type: string, facts: JsonObject): Promise<void> {
    await this.store.append(streamOf(householdId), [this.#event({ caller, householdId }, type, facts)], 'any');
  }

  #event({ caller, householdId }: Omit<Access, 'view'>, type: string, facts: JsonObject): NewEvent {
    const id = randomUUID();
    const at = this.clock.now().toISOString();
    const viewer: JsonObject = { viewer: caller.subject, viewerKind: caller.kind, ...(caller.partner !== null && { organisation: caller.partner }) };
    return {
      id,
      type,
      data: { household: { householdId }, occurredAt: at, ...viewer, ...facts },
      metadata: { id, source: accessSource, time: at, partner: 'hub', subject: householdId, occurredAt: at, kind: 'access', personal: [] },
    };
  }
}
