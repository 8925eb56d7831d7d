import type { EventStore } from '@kring/event-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedEventStore, type EmbeddedEventStoreOptions } from '../embedded-event-store.ts';

export type TestLog = { readonly file: string; open(options?: Partial<EmbeddedEventStoreOptions>): Promise<EventStore>; remove(): void };

/** A log in a folder of its own. */
export const aLog = (): TestLog => {
  const folder = mkdtempSync(join(tmpdir(), 'kring-log-'));
  const file = join(folder, 'events.db');
  return {
    file,
    open: (options) => openEmbeddedEventStore({ file, now: () => new Date(), ...options }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
