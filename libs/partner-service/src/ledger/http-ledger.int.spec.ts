import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppendOutcomeUnknown, EventStoreUnavailable } from '@kring/event-store';
import { hubUnderTest } from '../testing/hub-under-test.ts';
import type { HubUnderTest } from '../testing/hub-under-test.ts';
import { partnerLedgerConformance } from '../testing/partner-ledger-conformance.ts';
import type { LedgerEntry, PartnerLedger } from './ledger.ts';

const household = { bsn: '999900018' };
const confirmed = { type: 'nl.kring.involvements.confirmed.v1', data: { legalBasis: 'zvw', purpose: 'involvement', involvementId: 'i-1' }, occurredAt: '2026-03-03T08:00:00.000Z' };
const entry: LedgerEntry = { household, events: [confirmed], expectedRevision: -1, commandId: 'c-1', commandDigest: 'digest', by: 'nurse@omring' };

partnerLedgerConformance('the hub over HTTP', async () => {
  const hub = await hubUnderTest();
  const ledgers: Record<string, PartnerLedger> = { omring: hub.ledgerOf('omring'), 'de-woonschakel': hub.ledgerOf('de-woonschakel') };
  const of = (partner: string): PartnerLedger => ledgers[partner] ?? hub.ledgerOf(partner);
  const ledger: PartnerLedger = {
    read: (partner, about) => of(partner).read(partner, about),
    write: (partner, written) => of(partner).write(partner, written),
    receiptOf: (partner, command) => of(partner).receiptOf(partner, command),
  };
  return { ledger, partner: 'omring', otherPartner: 'de-woonschakel', household, close: hub.close };
});

describe('the ledger of a service that runs as a process of its own', () => {
  let hub: HubUnderTest;

  beforeEach(async () => {
    hub = await hubUnderTest();
  });
  afterEach(() => hub.close());

  it('asks for one token, and uses it until it ends', async () => {
    const ledger = hub.ledgerOf('omring');
    await Promise.all([ledger.read('omring', household), ledger.read('omring', household)]);
    expect(hub.tokensGiven()).toBe(1);
    hub.clock.set('2026-03-03T08:10:00.000Z');
    await ledger.read('omring', household);
    expect(hub.tokensGiven()).toBe(2);
  });

  it('asks for another token when the hub no longer takes the one it has', async () => {
    const ledger = hub.ledgerOf('omring');
    await ledger.read('omring', household);
    hub.forgetTokens();
    expect(await ledger.read('omring', household)).toMatchObject({ revision: -1 });
    expect(hub.tokensGiven()).toBe(2);
  });

  it('tries again while the hub says "later", and writes once', async () => {
    hub.sayLater(2);
    expect(await hub.ledgerOf('omring').write('omring', entry)).toMatchObject({ revision: 0 });
    expect((await hub.ledgerOf('omring').read('omring', household)).events).toHaveLength(1);
  });

  it('writes once when the answer to the first attempt is lost', async () => {
    hub.loseAnswers(1);
    expect(await hub.ledgerOf('omring').write('omring', entry)).toMatchObject({ revision: 0, events: [{ type: confirmed.type }] });
    expect((await hub.ledgerOf('omring').read('omring', household)).events).toHaveLength(1);
  });

  it('says that nothing can be had when the hub stays away, and that a write may or may not have been taken', async () => {
    const ledger = hub.ledgerOf('omring');
    hub.sayLater(100);
    await expect(ledger.read('omring', household)).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(ledger.write('omring', entry)).rejects.toBeInstanceOf(AppendOutcomeUnknown);
  });

  it('does not blame its caller when the hub takes no token of its own', async () => {
    await expect(hub.ledgerOf('stranger').read('stranger', household)).rejects.toBeInstanceOf(EventStoreUnavailable);
  });

  it("is open to the partner's own system alone", async () => {
    await expect(hub.ledgerOf('omring').read('de-woonschakel', household)).rejects.toMatchObject({ status: 404 });
    await expect(hub.ledgerOf('nurse@omring').read('omring', household)).rejects.toMatchObject({ status: 404 });
  });

  it('tells on what the hub refuses, as it is', async () => {
    const misfit = { ...entry, events: [{ ...confirmed, data: { ...confirmed.data, involvementId: 'not an id' } }] };
    await expect(hub.ledgerOf('omring').write('omring', misfit)).rejects.toMatchObject({ status: 400, errors: [{ pointer: '/data/involvementId' }] });
  });
});
