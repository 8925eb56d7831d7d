import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { eventStoreConformance, type OpenedEventStore } from '@kring/event-store/conformance';
import { findEventStore } from '../../../test/servers/eventstoredb.ts';
import { startEventStoreDouble, type EventStoreDouble } from '../../../test/servers/eventstoredb-double/index.ts';
import { openEventStoreDb } from './index.ts';

/** The events stay at the server: there, nobody removes them. */
const openedAt = async (connectionString: string): Promise<OpenedEventStore> => {
  const open = () => openEventStoreDb({ connectionString, now: () => new Date() });
  let store = await open();
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await open();
      return store;
    },
    destroy: () => store.close(),
  };
};

describe('on the double', () => {
  let double: EventStoreDouble;

  beforeAll(async () => {
    double = await startEventStoreDouble();
  });

  afterAll(() => double.stop());

  eventStoreConformance('at EventStoreDB, by its double', () => openedAt(double.connectionString));
});

describe('on a real server', () => {
  const url = findEventStore();
  if (url) eventStoreConformance('at EventStoreDB', () => openedAt(url));
  else it.skip('is skipped: KRING_TEST_EVENTSTORE_URL names none', () => undefined);
});
