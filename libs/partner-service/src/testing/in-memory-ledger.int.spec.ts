import { InMemoryLedger } from './in-memory-ledger.ts';
import { partnerLedgerConformance } from './partner-ledger-conformance.ts';

partnerLedgerConformance('the ledger of the specs', async () => ({
  ledger: new InMemoryLedger(),
  partner: 'omring',
  otherPartner: 'de-woonschakel',
  household: { bsn: '999900018' },
  close: async () => undefined,
}));
