import { keyStoreConformance } from '@kring/key-store/conformance';
import { onPostgres } from '../../../test/servers/postgres.ts';
import { aKeySchema } from './testing/a-key-schema.ts';

onPostgres('on PostgreSQL', (server) => {
  keyStoreConformance('in tables', async () => {
    const keys = aKeySchema(server().url);
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
        await keys.remove();
      },
    };
  });
});
