import { keyStoreConformance } from '@kring/key-store/conformance';
import { aKeyFile } from './testing/a-key-file.ts';

keyStoreConformance('in one SQLite file', async () => {
  const keys = aKeyFile();
  const opened = { store: await keys.open() };
  return {
    store: opened.store,
    reopen: async () => {
      await opened.store.close();
      opened.store = await keys.open();
      return opened.store;
    },
    destroy: async () => {
      await opened.store.close();
      keys.remove();
    },
  };
});
