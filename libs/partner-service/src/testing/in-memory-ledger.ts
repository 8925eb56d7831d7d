import { bsnPointers, personalPointers, validateData } from '@kring/contracts';
import { WrongExpectedRevision } from '@kring/event-store';
import type { HouseholdEvent } from '@kring/household';
import { problem } from '@kring/platform';
import { digestOf } from '../deciding/digest.ts';
import type { CommandName, HouseholdReference, KnownReceipt, LedgerEntry, LedgerEvent, LedgerPage, PartnerLedger, Receipt } from '../ledger/ledger.ts';

type Entry = { readonly expectedRevision: number; readonly commandDigest: string; readonly receipt: Receipt };

/**
 * A small ledger for specs that keeps what the real one promises: contracts are checked, personal values don't come back,
 * revisions are checked when it writes and not before, and a repeated command gets its first receipt.
 */
export class InMemoryLedger implements PartnerLedger {
  private readonly households = new Map<string, string>();
  private readonly pages = new Map<string, HouseholdEvent[]>();
  private readonly entries = new Map<string, Entry>();
  private position = 0;

  async read(partner: string, household: HouseholdReference): Promise<LedgerPage> {
    await Promise.resolve();
    const householdId = this.idOf(household);
    const events = householdId === undefined ? [] : [...this.pageOf(partner, householdId)];
    return { householdId: householdId ?? null, revision: events.length - 1, events };
  }

  async write(partner: string, entry: LedgerEntry): Promise<Receipt> {
    await Promise.resolve();
    const name = `${partner} ${entry.commandId}`;
    const earlier = this.entries.get(name);
    if (earlier && earlier.expectedRevision === entry.expectedRevision) return earlier.receipt;
    mustFit(entry);
    const householdId = this.idOf(entry.household) ?? this.meet(entry.household);
    const page = this.pageOf(partner, householdId);
    if (page.length - 1 !== entry.expectedRevision) throw new WrongExpectedRevision(`${partner}-${householdId}`, entry.expectedRevision, page.length === 0 ? 'no-stream' : page.length - 1);
    const added = entry.events.map((event, index) => this.recorded({ ...event, id: `${entry.commandId}.${index}`, partner, householdId }));
    page.push(...added);
    const receipt = { householdId, position: added.at(-1)?.position ?? '', revision: page.length - 1, events: added.map(({ id, type }) => ({ id, type })) };
    this.entries.set(name, { expectedRevision: entry.expectedRevision, commandDigest: entry.commandDigest, receipt });
    return receipt;
  }

  async receiptOf(partner: string, { commandId, commandDigest }: CommandName): Promise<KnownReceipt | undefined> {
    await Promise.resolve();
    const entry = this.entries.get(`${partner} ${commandId}`);
    return entry && { receipt: entry.receipt, sameCommand: entry.commandDigest === commandDigest };
  }

  private idOf({ householdId, bsn, address }: HouseholdReference): string | undefined {
    if (householdId !== undefined) return this.households.get(householdId);
    return this.households.get(bsn ?? digestOf(address));
  }

  /** The first word about a household by its BSN or address makes it known; an id that the hub never gave does not. */
  private meet({ householdId, bsn, address }: HouseholdReference): string {
    if (householdId !== undefined) throw problem.badRequest('No household is known by this reference.', [{ pointer: '/household', rule: 'household-unknown', detail: 'Name it otherwise.' }]);
    const id = `household-${this.households.size + 1}`;
    for (const key of [id, bsn, address && digestOf(address)]) if (key !== undefined) this.households.set(key, id);
    return id;
  }

  private pageOf(partner: string, householdId: string): HouseholdEvent[] {
    const name = `${partner}-${householdId}`;
    const page = this.pages.get(name) ?? [];
    this.pages.set(name, page);
    return page;
  }

  private recorded({ type, data, occurredAt, id, partner, householdId }: LedgerEvent & { id: string; partner: string; householdId: string }): HouseholdEvent {
    const position = String(++this.position).padStart(16, '0');
    const personal = personalPointers(type, data);
    const recordedAt = new Date(Date.UTC(2026, 0, 1) + this.position).toISOString();
    const source = `urn:nld:kvknr:90000000:systeem:${partner}`;
    return {
      uuid: `uuid-${position}`, id, type, partner, householdId, position, recordedAt, occurredAt: occurredAt ?? recordedAt, source, sequence: null,
      data: opened(type, data, personal), personal,
    };
  }
}

const mustFit = ({ events, household }: LedgerEntry): void => {
  const errors = events.flatMap(({ type, data, occurredAt }) => validateData(type, { ...data, household, occurredAt }));
  if (errors.length > 0) throw problem.badRequest('The command leads to events that do not fit; see errors.', errors);
};

/** What stays when the personal values are sealed: persons are known by an id instead of their BSN. */
const opened = (type: string, data: Readonly<Record<string, unknown>>, personal: readonly string[]): Record<string, unknown> => {
  const open = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  for (const pointer of bsnPointers(type, data)) {
    const { holder, name } = placeOf(open, pointer);
    holder['personId'] = `p_${digestOf(holder[name]).slice(0, 8)}`;
    delete holder[name];
  }
  for (const pointer of personal) {
    const { holder, name } = placeOf(open, pointer);
    delete holder[name];
  }
  return open;
};

const placeOf = (data: Record<string, unknown>, pointer: string): { holder: Record<string, unknown>; name: string } => {
  const steps = pointer.split('/').slice(1);
  const name = steps.pop() ?? '';
  const holder = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, data);
  return { holder, name };
};
