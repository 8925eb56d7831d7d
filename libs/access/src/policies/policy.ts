import type { ConsentRow, MatchRow, ReferralChainRow, ReferralStep, Sensitivity, SignalRow, VisitRow } from '@kring/contracts';
import type { Personal } from '@kring/household';
import type { Reading } from '../sight/reading.ts';

/** How a reader stands to a household. Who stands in none of these ways does not learn that it exists. */
export type Relation = 'caseworker' | 'contact-person' | 'coordinator' | 'corporation' | 'auditor' | 'resident';

/**
 * What one kind of reader sees of a circle, item by item. Every item has an answer, and the answer to what is not named is no.
 * An organisation as `name` is "ask the broker": that it is here, and nothing of what it does.
 */
export type Policy = {
  readonly address: 'open' | 'unless-shielded' | 'masked';
  readonly persons: 'whole' | 'without-birth-dates' | 'pseudonyms';
  readonly organisation: (reading: Reading, organisation: string, sensitivity: Sensitivity) => 'whole' | 'name' | 'nothing';
  /** Whether what a brokered partner told is seen too; of what is hidden, everyone sees only their own. */
  readonly brokered: boolean;
  /** The name of a worker of this organisation in this domain. That of the contact person is for every reader. */
  readonly workerName: (reading: Reading, organisation: string, domain: string) => boolean;
  readonly pulse: boolean;
  readonly signal: (reading: Reading, signal: SignalRow) => 'whole' | 'without-reporter' | 'metadata' | 'nothing';
  readonly visit: (reading: Reading, visit: VisitRow<Personal>) => 'whole' | 'slot' | 'nothing';
  /** A match with those of its organisations that may be named in it. */
  readonly match: (reading: Reading, match: MatchRow<Personal>) => readonly string[] | 'nothing';
  /** The steps of a referral chain that the reader sees. */
  readonly referrals: (reading: Reading, chain: ReferralChainRow) => readonly ReferralStep[];
  /** Supporters, own strength, plan, participation and aftercare: what the circle does together. */
  readonly together: boolean;
  /** Questions, and what the resident was told, by who recorded them. */
  readonly recordedBy: (reading: Reading, organisation: string) => boolean;
  readonly consent: (reading: Reading, consent: ConsentRow) => boolean;
  readonly alerts: boolean;
  /** Whether the reader learns when this organisation last told something, where it sees nothing else of it. */
  readonly heardOf: (reading: Reading, organisation: string) => boolean;
  /** Whether the reader is told that something is kept from it. */
  readonly tellsOfHidden: boolean;
};
