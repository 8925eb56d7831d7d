import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import { openEmbeddedKeyStore } from '@kring/key-store-embedded';
import { Clock, silentLog } from '@kring/platform';
import { loadRegions } from '@kring/regions';
import { Blinder, Sealer } from '@kring/sealing';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';
import { Door } from '../door.ts';
import type { Outcome } from '../publisher.ts';

const regionsFolder = join(import.meta.dirname, '..', '..', '..', '..', 'deploy', 'regions');
const masterKey = new Uint8Array(32).fill(7);

export const today = new Date('2026-03-02T10:00:00.000Z');

class StandingClock extends Clock {
  override now(): Date {
    return today;
  }
}

/** A door over real embedded stores in a folder of its own. */
export class TestDoor {
  private constructor(readonly folder: string, readonly door: Door, private readonly closing: () => Promise<void>) {}

  static async open(folder?: string): Promise<TestDoor> {
    const place = folder ?? (await mkdtemp(join(tmpdir(), 'kring-door-')));
    const clock = new StandingClock();
    const eventStore = await openEmbeddedEventStore({ file: join(place, 'events.db'), now: () => clock.now() });
    const keyStore = await openEmbeddedKeyStore({ file: join(place, 'keys.db'), masterKey });
    const viewStore = await openEmbeddedViewStore({ file: join(place, 'door.db') });
    const sealer = await Sealer.over(keyStore);
    const tokens = await Blinder.over(keyStore);
    const regions = await loadRegions(regionsFolder);
    const door = await Door.open({ eventStore, viewStore, keyStore, sealer, tokens, regions, clock, log: silentLog, maxEventBytes: 65_536 });
    return new TestDoor(place, door, async () => {
      await door.close();
      for (const store of [viewStore, keyStore, eventStore]) await store.close();
    });
  }

  /** Closes the door and opens it again on the same stores, without its index when `forgetful`. */
  async reopened({ forgetful = false } = {}): Promise<TestDoor> {
    await this.closing();
    if (forgetful) for (const end of ['', '-wal', '-shm']) await rm(join(this.folder, `door.db${end}`), { force: true });
    return TestDoor.open(this.folder);
  }

  async end(): Promise<void> {
    await this.closing();
    await rm(this.folder, { recursive: true, force: true });
  }

  source(partner: string): string {
    return this.door.partner(partner).sources[0] ?? '';
  }

  admit(partner: string, ...events: readonly unknown[]): Promise<readonly Outcome[]> {
    return this.door.admit({ partner, by: null }, events.map((value) => ({ value, bytes: 0 })));
  }

  async log(): Promise<readonly RecordedEvent[]> {
    const all: RecordedEvent[] = [];
    for await (const batch of this.door.parts.eventStore.readAll({ after: '' })) all.push(...batch);
    return all;
  }
}
