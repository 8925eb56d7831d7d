import type { AddressView, Circle } from '@kring/contracts';

/** Where a personal value is: in the sealed box of the event with this store id, under this JSON pointer. */
export type Sealed = { readonly box: string; readonly pointer: string };
export type Personal = Sealed | null;
/** An address between door and reader: sealed as a whole, or replaced by its masked form for a reader who may not see it. */
export type SealedAddress = { readonly sealed: Personal; readonly masked: boolean };
export type SealedCircle = Circle<Personal, SealedAddress>;
/** The circle as a reader gets it. */
export type OpenCircle = Circle<string | null, AddressView>;

/** An event of one household as the fold takes it: the open facts, and the pointers of what is sealed. */
export type HouseholdEvent = {
  /** Id in the store; two deliveries of one event have the same. */
  readonly uuid: string;
  /** CloudEvents id: what `because` lists. */
  readonly id: string;
  readonly type: string;
  /** Code of the partner that published it; `hub` for the hub's own events. */
  readonly partner: string;
  /** The household it was stored for, before any merge. */
  readonly householdId: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly source: string;
  /** The publisher's own numbering, contiguous from 1 per source, where it gives one. */
  readonly sequence: number | null;
  /** Open fields of `data`; persons carry `personId`, the BSN is gone. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Pointers into `data` of the values that are sealed, such as `/members/0/name`. An address is sealed as a whole (`/address`). */
  readonly personal: readonly string[];
};

/** A rule of the domain was broken: one typed error, a stable rule name, no personal data. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';
  constructor(readonly rule: string, readonly facts: Readonly<Record<string, unknown>> = {}) {
    super(rule);
  }
}
