import { viewStoreConformance } from '@kring/view-store/conformance';
import { aViewFile } from './testing/a-view-file.ts';

viewStoreConformance('in one SQLite file', async () => {
  const views = aViewFile();
  const opened = { store: await views.open() };
  return {
    store: opened.store,
    reopen: async () => {
      await opened.store.close();
      opened.store = await views.open();
      return opened.store;
    },
    destroy: async () => {
      await opened.store.close();
      views.remove();
    },
  };
});
