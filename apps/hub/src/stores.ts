import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeTheFirst, EventStoreUnavailable } from '@kring/event-store';
import type { EventStore } from '@kring/event-store';
import { openEmbeddedEventStore } from '@kring/event-store-embedded';
import type { KeyStore } from '@kring/key-store';
import { loadOrCreateMasterKey, openEmbeddedKeyStore } from '@kring/key-store-embedded';
import { ConfigurationError, masterKeyFile } from '@kring/platform';
import type { Clock, Configuration, Log } from '@kring/platform';
import type { ViewStore } from '@kring/view-store';
import { openEmbeddedViewStore } from '@kring/view-store-embedded';

export type Stores = {
  readonly events: EventStore;
  readonly keys: KeyStore;
  /** Circles, histories, worklists: may be thrown away. */
  readonly views: ViewStore;
  /** The door's index: may be thrown away too, but for the rejected events that it keeps for their publishers. */
  readonly door: ViewStore;
  close(): Promise<void>;
};

/** The log: one file in the data folder, or EventStoreDB where an address of one is given. */
const openEvents = async ({ KRING_EVENT_STORE: address, KRING_DATA: folder }: Configuration, clock: Clock, log: Log): Promise<EventStore> => {
  const now = () => clock.now();
  if (address === 'embedded:') return openEmbeddedEventStore({ file: join(folder, 'events.db'), now });
  // The client of that server takes a fifth of a second to load, which nobody should wait for who does not use it.
  const { openEventStoreDb } = await import('@kring/event-store-eventstoredb');
  try {
    return await openEventStoreDb({ connectionString: address, now, log });
  } catch (error) {
    if (error instanceof TypeError) throw new ConfigurationError('KRING_EVENT_STORE', `${error.message}; leave it out for the embedded store`);
    if (error instanceof EventStoreUnavailable) throw new ConfigurationError('KRING_EVENT_STORE', error.message);
    throw error;
  }
};

/** A database that cannot be used, told of the setting that names it. */
const atDatabase = async <T>(setting: 'KRING_VIEW_STORE' | 'KRING_KEY_STORE', opening: Promise<T>): Promise<T> => {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof Error && error.name === 'DatabaseUnusable') throw new ConfigurationError(setting, `${error.message}; leave it out for the embedded store`);
    throw error;
  }
};

/** Views, or the door's index: a file of the data folder, or a schema of a PostgreSQL where the address of one is given. */
const openViews = async ({ KRING_VIEW_STORE: address, KRING_DATA: folder }: Configuration, name: 'views' | 'door'): Promise<ViewStore> => {
  if (address === 'embedded:') return openEmbeddedViewStore({ file: join(folder, `${name}.db`) });
  const { openPostgresViewStore } = await import('@kring/view-store-postgres');
  return atDatabase('KRING_VIEW_STORE', openPostgresViewStore({ connectionString: address, schema: `kring_${name}` }));
};

/** A new master key is made for a new log only: beside an old log it would stand in the place of the one to be put back. */
const openKeys = async (configuration: Configuration, isNewLog: boolean): Promise<KeyStore> => {
  const { KRING_KEY_STORE: address, KRING_DATA: folder } = configuration;
  const keyFile = masterKeyFile(configuration);
  if (!isNewLog && !existsSync(keyFile)) throw new ConfigurationError('KRING_MASTER_KEY_FILE', `${keyFile} is gone and the log is not empty: put back the copy that was kept of it`);
  const masterKey = loadOrCreateMasterKey(keyFile);
  if (address === 'embedded:') return openEmbeddedKeyStore({ file: join(folder, 'keys.db'), masterKey });
  const { openPostgresKeyStore } = await import('@kring/key-store-postgres');
  return atDatabase('KRING_KEY_STORE', openPostgresKeyStore({ connectionString: address, masterKey }));
};

/** Opens the stores that the configuration names, the log first; what was opened is closed again when a later one cannot be. */
export const openStores = async (configuration: Configuration, clock: Clock, log: Log): Promise<Stores> => {
  const folder = configuration.KRING_DATA;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const opened: { close(): Promise<void> }[] = [];
  const keep = <T extends { close(): Promise<void> }>(store: T): T => {
    opened.unshift(store);
    return store;
  };
  const close = async (): Promise<void> => {
    for (const store of opened) await store.close();
  };
  try {
    const events = keep(await openEvents(configuration, clock, log));
    const keys = keep(await openKeys(configuration, (await events.head()) === beforeTheFirst));
    const views = keep(await openViews(configuration, 'views'));
    const door = keep(await openViews(configuration, 'door'));
    return { events, keys, views, door, close };
  } catch (error) {
    await close();
    throw error;
  }
};
