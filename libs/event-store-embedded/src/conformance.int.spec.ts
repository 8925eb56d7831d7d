import { eventStoreConformance } from '@kring/event-store/conformance';
import { aLog } from './testing/a-log.ts';

eventStoreConformance('in one SQLite file', async () => {
  const log = aLog();
  const opened = { store: await log.open() };
  return {
    store: opened.store,
    reopen: async () => {
      await opened.store.close();
      opened.store = await log.open();
      return opened.store;
    },
    destroy: async () => {
      await opened.store.close();
      log.remove();
    },
  };
});
