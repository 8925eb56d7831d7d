import { afterAll, beforeAll } from '@jest/globals';
import { eventStoreConformance } from '@kring/event-store/conformance';
import { startEventStoreDouble, type EventStoreDouble } from '../../../test/servers/eventstoredb-double/index.ts';
import { openEventStoreDb } from './index.ts';

let double: EventStoreDouble;

beforeAll(async () => {
  double = await startEventStoreDouble();
});

afterAll(() => double.stop());

eventStoreConformance('at EventStoreDB, by its double', async () => {
  const open = () => openEventStoreDb({ connectionString: double.connectionString, now: () => new Date() });
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
});
