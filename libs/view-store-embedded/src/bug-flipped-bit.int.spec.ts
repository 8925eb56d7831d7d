import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ViewStore } from '@kring/view-store';
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { aViewFile, type TestViewFile } from './testing/a-view-file.ts';

// A slow disk is no failure: a case waits for conditions, so this is only spent where something hangs.
jest.setTimeout(60_000);

/** SQLite has no checksums: a bit that fell over within a row left a file that it calls whole, and "neighbour" was shown as "nehghbour". */
describe('a view in which one bit fell over', () => {
  let views: TestViewFile;
  let store: ViewStore | undefined;

  beforeEach(async () => {
    views = aViewFile();
    store = await views.open();
    const { epoch } = await store.claim('circles');
    const rows = ['one', 'two'].map((key) => ({ collection: 'circle', key, value: Buffer.from(`the neighbour of ${key}`), terms: ['area=princenhof'] }));
    await store.commit({ projection: 'circles', epoch, position: '0000000000000001', puts: rows, deletes: [] });
    await store.close();
    store = undefined;
  });

  afterEach(async () => {
    await store?.close();
    views.remove();
  });

  it('is refused when it is opened, and says that it may be thrown away', async () => {
    const bytes = readFileSync(views.file);
    const at = bytes.indexOf('neighbour of two') + 2;
    bytes[at] = bytes[at]! ^ 1;
    writeFileSync(views.file, bytes);
    await expect(views.open()).rejects.toThrow(`${views.file} cannot be opened: a row of the views is not as it was written: stop, and remove the file, for it is drawn again from the log`);
  });

  it('is not answered from, when it happens while the view is open', async () => {
    store = await views.open();
    const file = new DatabaseSync(views.file);
    file.exec("UPDATE view SET value = CAST('the nehghbour of two' AS BLOB) WHERE key = 'two'");
    file.close();
    await expect(store.get('circle', ['two'])).rejects.toThrow('not as it was written');
    await expect(store.find('circle', {})).rejects.toThrow('not as it was written');
    await expect(store.find('circle', { terms: ['area=princenhof'] })).rejects.toThrow('not as it was written');
    expect(await store.get('circle', ['one'])).toHaveLength(1);
  });
});
