import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Door } from '@kring/door';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { openEmbeddedKeyStore } from '@kring/key-store-embedded';
import { silentLog } from '@kring/platform';
import { Blinder, Sealer } from '@kring/sealing';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import { partnerLedgerConformance } from '../testing/partner-ledger-conformance.ts';
import { StoppedClock, demoRegions } from '../testing/surroundings.ts';
import { PartnerLedgerAtTheDoor } from './door-ledger.ts';

partnerLedgerConformance('the door of the hub', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kring-ledger-'));
  const clock = new StoppedClock('2026-03-03T08:00:00.000Z');
  const eventStore = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => clock.now() });
  const keyStore = await openEmbeddedKeyStore({ file: join(folder, 'keys.db'), masterKey: new Uint8Array(32).fill(7) });
  const viewStore = await openEmbeddedViewStore({ file: join(folder, 'door.db') });
  const [sealer, tokens, regions] = await Promise.all([Sealer.over(keyStore), Blinder.over(keyStore), demoRegions()]);
  const door = await Door.open({ eventStore, viewStore, keyStore, sealer, tokens, regions, clock, log: silentLog, maxEventBytes: 65_536 });
  const close = async (): Promise<void> => {
    await door.close();
    for (const store of [viewStore, keyStore, eventStore]) await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ledger: new PartnerLedgerAtTheDoor(door), partner: 'omring', otherPartner: 'de-woonschakel', household: { bsn: '999900018' }, close };
});
