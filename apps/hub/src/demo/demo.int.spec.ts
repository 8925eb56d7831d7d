import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Door } from '@kring/door';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { openEmbeddedKeyStore } from '@kring/key-store-embedded';
import { clockFrom, silentLog } from '@kring/platform';
import { loadRegions, type Regions } from '@kring/regions';
import { Blinder, Sealer } from '@kring/sealing';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import { publishDemo, type Admit } from './index.ts';

const anchor = new Date('2026-09-16T08:30:00Z');

describe('the demonstration at a real door', () => {
  let folder: string;
  let regions: Regions;
  let close: () => Promise<void>;
  let admit: Admit;
  let households: Set<string>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kring-demo-'));
    regions = await loadRegions(fileURLToPath(new URL('../../../../deploy/regions', import.meta.url)));
    const clock = clockFrom(anchor.toISOString(), false);
    const eventStore = await openEmbeddedEventStore({ file: join(folder, 'events.db'), now: () => clock.now() });
    const keyStore = await openEmbeddedKeyStore({ file: join(folder, 'keys.db'), masterKey: new Uint8Array(32).fill(7) });
    const viewStore = await openEmbeddedViewStore({ file: join(folder, 'door.db') });
    const door = await Door.open({ eventStore, viewStore, keyStore, sealer: await Sealer.over(keyStore), tokens: await Blinder.over(keyStore), regions, clock, log: silentLog, maxEventBytes: 65_536 });
    households = new Set();
    admit = async (partner, events) => {
      const outcomes = await door.admit({ partner, by: null }, events.map((value) => ({ value, bytes: 0 })));
      for (const { householdId } of outcomes) if (householdId) households.add(householdId);
      const count = (status: string): number => outcomes.filter((outcome) => outcome.status === status).length;
      return { accepted: count('accepted'), duplicates: count('duplicate'), rejected: count('rejected') + count('unresolved') };
    };
    close = async () => {
      await door.close();
      for (const store of [viewStore, keyStore, eventStore]) await store.close();
      await rm(folder, { recursive: true });
    };
  });
  afterEach(() => close());

  it('is let in whole, each event brought to its own household, and adds nothing when it is told again', async () => {
    const told = await publishDemo({ regions, anchor, admit });
    expect([told.duplicates, told.rejected]).toEqual([0, 0]);
    expect(households.size).toBe(2 * 37 + 4);
    expect(await publishDemo({ regions, anchor, admit })).toEqual({ accepted: 0, duplicates: told.accepted, rejected: 0 });
  });
});
