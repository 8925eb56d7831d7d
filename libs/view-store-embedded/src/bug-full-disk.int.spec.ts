import { afterEach, expect, it, jest } from '@jest/globals';
import { ViewStoreUnavailable, type ViewStore } from '@kring/view-store';
import { aViewFile } from './testing/a-view-file.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

const views = aViewFile();
let store: ViewStore | undefined;

afterEach(async () => {
  await store?.close();
  views.remove();
});

/** It failed with an error of the adapter's own, which nobody took for what it was: a store that cannot take it now. */
it('a view without room says that the store is not available, and what to do', async () => {
  store = await views.open({ maxFileBytes: 200_000 });
  const { epoch } = await store.claim('circles');
  const step = { projection: 'circles', epoch, position: '0000000000000001', puts: [{ collection: 'circle', key: 'one', value: new Uint8Array(400_000) }], deletes: [] };
  await expect(store.commit(step)).rejects.toThrow(ViewStoreUnavailable);
  await expect(store.commit(step)).rejects.toThrow('make room');
});
