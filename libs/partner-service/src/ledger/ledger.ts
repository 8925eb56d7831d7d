import type { HouseholdEvent } from '@kring/household';

/** Which household is meant: by the id that the hub gave it, a citizen service number or an exact address, in that order. */
export type HouseholdReference = {
  readonly householdId?: string;
  readonly bsn?: string;
  readonly address?: { readonly postcode: string; readonly houseNumber: number; readonly addition?: string };
};

/** An event that a command led to. `data` has neither `household` nor `occurredAt`: those are the entry's. */
export type LedgerEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>>; readonly occurredAt?: string };

/** What a partner has said about one household. `revision` is -1 while it has said nothing. */
export type LedgerPage = { readonly householdId: string | null; readonly revision: number; readonly events: HouseholdEvent[] };

export type LedgerEntry = {
  readonly household: HouseholdReference;
  readonly events: readonly LedgerEvent[];
  /** Revision of the page that the decision rests on. */
  readonly expectedRevision: number;
  /** Unique within the partner; the ledger remembers the receipt under it. */
  readonly commandId: string;
  /** A digest of the command: the ledger keeps it, in a form of its own, to tell the same command from another. */
  readonly commandDigest: string;
  /** The user on whose behalf a system sent the command; null where there was none. */
  readonly by: string | null;
};

export type CommandName = Pick<LedgerEntry, 'commandId' | 'commandDigest'>;

/** Proof of what was recorded: `position` is that of the last event, `revision` that of the partner's page after it. */
export type Receipt = {
  readonly householdId: string | null;
  readonly position: string;
  readonly revision: number;
  readonly events: readonly { readonly id: string; readonly type: string }[];
};

/** `sameCommand`: whether the command that the receipt was given for had this digest. */
export type KnownReceipt = { readonly receipt: Receipt; readonly sameCommand: boolean };

/**
 * What partners say about households, one page per partner and household. Inside the hub its door is the ledger; a service
 * that runs as a process of its own reaches it over HTTP.
 *
 * - `write` is atomic and durable before it answers, and throws `WrongExpectedRevision` when the page has grown meanwhile;
 *   a repeated write with the same command id and the same expected revision answers the first receipt.
 * - `read` of a household that is not known, or of which the partner said nothing, has revision -1.
 */
export type PartnerLedger = {
  read(partner: string, household: HouseholdReference): Promise<LedgerPage>;
  write(partner: string, entry: LedgerEntry): Promise<Receipt>;
  receiptOf(partner: string, command: CommandName): Promise<KnownReceipt | undefined>;
};

/** Nest token of the ledger. */
export const PARTNER_LEDGER = Symbol('PARTNER_LEDGER');
