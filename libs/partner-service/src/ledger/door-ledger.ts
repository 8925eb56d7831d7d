import { DoorLedger } from '@kring/door';
import type { Door } from '@kring/door';
import type { CommandName, HouseholdReference, KnownReceipt, LedgerEntry, LedgerPage, PartnerLedger, Receipt } from './ledger.ts';

/** Inside the hub, its door is the ledger. The door keeps digests keyed, so that nobody can guess a command from what is stored. */
export class PartnerLedgerAtTheDoor implements PartnerLedger {
  private readonly ledger: DoorLedger;

  constructor(private readonly door: Door) {
    this.ledger = new DoorLedger(door);
  }

  read(partner: string, household: HouseholdReference): Promise<LedgerPage> {
    return this.ledger.read(partner, household);
  }

  async write(partner: string, entry: LedgerEntry): Promise<Receipt> {
    const { householdId, position, revision, events } = await this.ledger.write(partner, entry);
    return { householdId, position, revision, events };
  }

  async receiptOf(partner: string, { commandId, commandDigest }: CommandName): Promise<KnownReceipt | undefined> {
    const known = await this.ledger.receiptOf(partner, commandId);
    if (!known) return undefined;
    const { digest, ...receipt } = known;
    return { receipt, sameCommand: digest === this.door.parts.tokens.digest(commandDigest) };
  }
}
