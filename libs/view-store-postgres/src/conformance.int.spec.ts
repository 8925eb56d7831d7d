import { viewStoreConformance } from '@kring/view-store/conformance';
import { onPostgres } from '../../../test/servers/postgres.ts';
import { aViewSchema } from './testing/a-view-schema.ts';

onPostgres('on PostgreSQL', (server) => {
  for (const [name, partitions] of [['in one table', 1], ['spread over eight tables', 8]] as const) {
    viewStoreConformance(name, async () => {
      const views = aViewSchema(server().url, { partitions });
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
          await views.remove();
        },
      };
    });
  }
});
