import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ViewStoreUnavailable, type ViewStore } from '@kring/view-store';
import { onPostgres } from '../../../test/servers/postgres.ts';
import { aViewSchema, type TestViewSchema } from './testing/a-view-schema.ts';

const positionAt = (number: number): string => String(number).padStart(16, '0');

onPostgres('a PostgreSQL that is killed', (server) => {
  let views: TestViewSchema;
  let store: ViewStore;

  beforeEach(async () => {
    views = aViewSchema(server().url, { timeoutMs: 5_000 });
    store = await views.open();
  });

  afterEach(async () => {
    await store.close();
    await views.remove();
  });

  it('is told by one error while it is away, and needs nothing but to be back', async () => {
    const { epoch } = await store.claim('circles');
    const step = { projection: 'circles', epoch, position: positionAt(1), puts: [{ collection: 'circle', key: 'a', value: Buffer.from('a') }], deletes: [] };
    await server().kill();
    for (const attempt of [() => store.claim('circles'), () => store.commit(step), () => store.get('circle', ['a']), () => store.find('circle', {}), () => store.checkpoint('circles')]) {
      await expect(attempt()).rejects.toThrow(ViewStoreUnavailable);
    }
    await server().start();
    await store.commit(step);
    expect(await store.checkpoint('circles')).toBe(positionAt(1));
  }, 60_000);

  it('has every step that it acknowledged, and of the one that was under way all or nothing', async () => {
    const { epoch } = await store.claim('circles');
    let acknowledged = 0;
    const commit = (number: number): Promise<void> =>
      store.commit({ projection: 'circles', epoch, position: positionAt(number), puts: Array.from({ length: 20 }, (_, at) => ({ collection: 'circle', key: `${at}`, value: Buffer.from(`${number}`), terms: [`step=${number}`] })), deletes: [] });
    const underWay = Promise.withResolvers<void>();
    const writing = (async () => {
      for (;;) {
        await commit(acknowledged + 1);
        acknowledged += 1;
        if (acknowledged === 20) underWay.resolve();
      }
    })();
    writing.catch(() => undefined);
    await underWay.promise;
    await server().kill();
    await expect(writing).rejects.toThrow(ViewStoreUnavailable);
    await server().start();
    const stored = Number(await store.checkpoint('circles'));
    expect([acknowledged, acknowledged + 1]).toContain(stored);
    expect(await store.find('circle', { terms: [`step=${stored}`] })).toHaveLength(20);
    expect(new Set((await store.find('circle', {})).map(({ value }) => Buffer.from(value).toString()))).toEqual(new Set([`${stored}`]));
    await commit(stored);
  }, 60_000);
}, { toKill: true });
