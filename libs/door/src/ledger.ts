import type { EventStore } from '@kring/event-store';
import type { HouseholdEvent } from '@kring/household';
import { problem } from '@kring/platform';
import { householdEventOf } from '@kring/projection-runtime';
import type { Door } from './door.ts';
import { storeIdOf } from './event-id.ts';
import type { Evidence } from './evidence.ts';
import { tokensOf } from './evidence.ts';
import { prepare } from './prepare.ts';
import type { HouseholdReference } from './publisher.ts';
import { resolve } from './resolve.ts';

type LedgerEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>>; readonly occurredAt?: string };
type LedgerEntry = {
  readonly household: HouseholdReference;
  readonly events: readonly LedgerEvent[];
  readonly expectedRevision: number;
  readonly commandId: string;
  readonly commandDigest: unknown;
  readonly by: string | null;
};
type Receipt = { readonly householdId: string | null; readonly position: string; readonly revision: number; readonly events: readonly { readonly id: string; readonly type: string }[] };

/** What a partner has said about a household, for the services that decide on it: their ledger is the log, and its door. */
export class DoorLedger {
  constructor(private readonly door: Door) {}

  async read(partner: string, household: HouseholdReference): Promise<{ householdId: string | null; revision: number; events: HouseholdEvent[] }> {
    const found = await this.#find(household);
    if (found === undefined) return { householdId: null, revision: -1, events: [] };
    const own = await this.#streamOf(`${partner}-${found.householdId}`);
    const earlier = await Promise.all(found.aliases.map((id) => this.#streamOf(`${partner}-${id}`)));
    const events = [...earlier.flatMap((stream) => stream.events), ...own.events].sort((one, other) => (one.position < other.position ? -1 : 1));
    return { householdId: found.householdId, revision: own.revision, events };
  }

  async write(partner: string, entry: LedgerEntry): Promise<Receipt> {
    const { regions, tokens, clock, maxEventBytes } = this.door.parts;
    const publisher = this.door.partner(partner);
    const source = publisher.sources[0];
    if (source === undefined) throw problem.forbidden('This partner has no source of its own in the region file.');
    const now = clock.now();
    const digest = tokens.digest(entry.commandDigest);
    const cloudEvents = entry.events.map(({ type, data, occurredAt }, at) => ({
      specversion: '1.0',
      id: `${entry.commandId}.${at}`,
      source,
      type,
      time: now.toISOString(),
      datacontenttype: 'application/json',
      data: { ...data, household: entry.household, occurredAt: occurredAt ?? now.toISOString() },
    }));
    const prepared = cloudEvents.map((value) => prepare({ value, bytes: Buffer.byteLength(JSON.stringify(value)) }, publisher, now, { regions, tokens, maxEventBytes }));
    const errors = prepared.flatMap((one) => ('refused' in one ? one.refused : []));
    if (errors.length > 0) throw problem.badRequest('The command leads to events that do not fit; see errors.', errors);
    const events = cloudEvents.map(({ id, type }) => ({ id, type }));
    const outcomes = await this.door.take({ partner, by: entry.by }, prepared, { command: { expectedRevision: entry.expectedRevision, digest, events } });
    const refused = outcomes.flatMap((outcome) => outcome.problem?.errors ?? []);
    if (refused.length > 0) throw problem.badRequest('The command was refused; see errors.', refused);
    const receipt = await this.receiptOf(partner, entry.commandId);
    return receipt ?? { householdId: outcomes[0]?.householdId ?? null, position: outcomes.at(-1)?.position ?? '', revision: entry.expectedRevision, events: [] };
  }

  async receiptOf(partner: string, commandId: string): Promise<(Receipt & { digest: string }) | undefined> {
    const source = this.door.parts.regions.partner(partner)?.sources[0];
    if (source === undefined) return undefined;
    const first = await this.door.seen(storeIdOf(source, `${commandId}.0`));
    if (first?.command === undefined) return undefined;
    const { digest, events } = first.command;
    const last = (await this.door.seen(storeIdOf(source, `${commandId}.${events.length - 1}`))) ?? first;
    return { householdId: first.householdId, position: last.position, revision: last.revision, events, digest };
  }

  #find(household: HouseholdReference): Promise<{ householdId: string; aliases: readonly string[] } | undefined> {
    const { tokens } = this.door.parts;
    const evidence: Evidence = {
      persons: [],
      ...(household.householdId === undefined ? {} : { householdId: household.householdId }),
      ...(household.bsn === undefined ? {} : { bsnToken: `b:${tokens.bsn(household.bsn)}` }),
      ...(household.address === undefined ? {} : { addressToken: `a:${tokens.address(household.address)}` }),
    };
    return this.door.consult(tokensOf(evidence), evidence.householdId === undefined ? [] : [evidence.householdId], ({ rows }) => {
      const found = resolve(rows, evidence);
      return 'householdId' in found ? { householdId: found.householdId, aliases: rows.household(found.householdId)?.aliases ?? [] } : undefined;
    });
  }

  async #streamOf(stream: string): Promise<{ revision: number; events: HouseholdEvent[] }> {
    const events: HouseholdEvent[] = [];
    let revision = -1;
    for await (const batch of (this.door.parts.eventStore as EventStore).readStream(stream)) {
      for (const event of batch) {
        revision = event.revision;
        const about = householdEventOf(event);
        if (about) events.push(about);
      }
    }
    return { revision, events };
  }
}
