import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WrongExpectedRevision } from '@kring/event-store';
import type { HouseholdReference, LedgerEntry, LedgerEvent, PartnerLedger } from '../ledger/ledger.ts';

/** A ledger to try, with two partners that it knows, and a household that either may name by its BSN. */
export type LedgerOnTrial = {
  readonly ledger: PartnerLedger;
  readonly partner: string;
  readonly otherPartner: string;
  readonly household: HouseholdReference & { readonly bsn: string };
  readonly close: () => Promise<void>;
};

const common = { legalBasis: 'zvw', purpose: 'involvement', sensitivity: 'normal' };
const occurredAt = '2026-03-03T08:00:00.000Z';
const started = (involvementId: string): LedgerEvent => ({
  type: 'nl.kring.involvements.started.v1',
  data: { ...common, involvementId, professional: { id: 'w-1', name: 'Anke de Wit', role: 'district-nurse' }, level: 'basic-team', domain: 'care' },
  occurredAt,
});
const confirmed = (involvementId: string): LedgerEvent => ({ type: 'nl.kring.involvements.confirmed.v1', data: { ...common, involvementId }, occurredAt });

/** What every ledger promises, wherever it is. */
export const partnerLedgerConformance = (name: string, open: () => Promise<LedgerOnTrial>): void => {
  describe(`${name}, as a partner ledger`, () => {
    let trial: LedgerOnTrial;
    const entry = (commandId: string, expectedRevision: number, ...events: LedgerEvent[]): LedgerEntry => ({
      household: trial.household, events, expectedRevision, commandId, commandDigest: `digest of ${commandId}`, by: null,
    });
    const read = () => trial.ledger.read(trial.partner, trial.household);
    const write = (commandId: string, expectedRevision: number, ...events: LedgerEvent[]) => trial.ledger.write(trial.partner, entry(commandId, expectedRevision, ...events));

    beforeEach(async () => {
      trial = await open();
    });
    afterEach(() => trial.close());

    it('has an empty page at revision -1 where the partner said nothing', async () => {
      expect(await read()).toMatchObject({ revision: -1, events: [] });
    });

    it('reads back what was written, in order, without what is personal', async () => {
      await write('c-1', -1, started('i-1'), confirmed('i-1'));
      const { revision, events } = await read();
      expect(revision).toBe(1);
      expect(events.map(({ type }) => type)).toEqual([started('i-1').type, confirmed('i-1').type]);
      expect(events[0]).toMatchObject({ partner: trial.partner, occurredAt, data: { involvementId: 'i-1', professional: { id: 'w-1', role: 'district-nurse' } } });
      expect(JSON.stringify(events)).not.toContain('Anke');
      expect(JSON.stringify(events)).not.toContain(trial.household.bsn);
    });

    it('gives a receipt that names the household, the page and the events', async () => {
      const receipt = await write('c-1', -1, started('i-1'), confirmed('i-1'));
      const { householdId, events } = await read();
      expect(receipt).toEqual({ householdId, position: events[1]?.position, revision: 1, events: events.map(({ id, type }) => ({ id, type })) });
      expect(householdId).not.toBeNull();
    });

    it('finds the same page by the id of the household', async () => {
      const { householdId } = await write('c-1', -1, started('i-1'));
      expect(await trial.ledger.read(trial.partner, { householdId: householdId ?? '' })).toEqual(await read());
    });

    it('refuses to write on a page that has grown, and stores nothing of it', async () => {
      await write('c-1', -1, started('i-1'));
      await expect(write('c-2', -1, started('i-2'), confirmed('i-2'))).rejects.toThrow(WrongExpectedRevision);
      expect((await read()).events).toHaveLength(1);
    });

    it('lets one of many win who write on the same page at the same moment', async () => {
      const attempts = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => write(`c-${index}`, -1, started(`i-${index}`))));
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const reasons = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason as unknown] : []));
      expect(reasons.every((reason) => reason instanceof WrongExpectedRevision)).toBe(true);
      expect((await read()).events).toHaveLength(1);
    });

    it('answers a repeated write with the first receipt, also when the page has grown since', async () => {
      const first = await write('c-1', -1, started('i-1'));
      await write('c-2', 0, confirmed('i-1'));
      expect(await write('c-1', -1, started('i-1'))).toEqual(first);
      expect((await read()).events).toHaveLength(2);
    });

    it('remembers the receipt of a command, and knows the command again by its digest', async () => {
      const receipt = await write('c-1', -1, started('i-1'), confirmed('i-1'));
      const receiptOf = (commandId: string, commandDigest: string) => trial.ledger.receiptOf(trial.partner, { commandId, commandDigest });
      expect(await receiptOf('c-1', 'digest of c-1')).toEqual({ receipt, sameCommand: true });
      expect(await receiptOf('c-1', 'another digest')).toEqual({ receipt, sameCommand: false });
      expect(await receiptOf('c-9', 'digest of c-9')).toBeUndefined();
    });

    it('keeps the pages and receipts of partners apart', async () => {
      await write('c-1', -1, started('i-1'));
      expect(await trial.ledger.read(trial.otherPartner, trial.household)).toMatchObject({ revision: -1, events: [] });
      expect(await trial.ledger.receiptOf(trial.otherPartner, { commandId: 'c-1', commandDigest: 'digest of c-1' })).toBeUndefined();
      expect(await trial.ledger.write(trial.otherPartner, entry('c-1', -1, started('i-1')))).toMatchObject({ revision: 0 });
    });

    it('refuses an event that does not fit its contract', async () => {
      const misfit = { ...confirmed('i-1'), data: { ...common, involvementId: 'i-1', diagnosis: 'none of our business' } };
      await expect(write('c-1', -1, misfit)).rejects.toMatchObject({ status: 400 });
      expect((await read()).events).toEqual([]);
    });
  });
};
