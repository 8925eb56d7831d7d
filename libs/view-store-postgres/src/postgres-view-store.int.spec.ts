import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ViewStoreUnavailable, type ViewCommit, type ViewStore } from '@kring/view-store';
import pg from 'pg';
import { onPostgres } from '../../../test/servers/postgres.ts';
import { openPostgresViewStore } from './postgres-view-store.ts';
import { aViewSchema, type TestViewSchema } from './testing/a-view-schema.ts';

onPostgres('the view store on PostgreSQL', (server) => {
  let views: TestViewSchema;
  let store: ViewStore | undefined;

  beforeEach(() => {
    views = aViewSchema(server().url);
  });

  afterEach(async () => {
    await store?.close();
    store = undefined;
    await views.remove();
  });

  const stepOn = async (one: ViewStore, puts: ViewCommit['puts']): Promise<ViewCommit> => {
    const { epoch } = await one.claim('circles');
    return { projection: 'circles', epoch, position: '0000000000000001', puts, deletes: [] };
  };
  const row = (key: string, terms: readonly string[] = []) => ({ collection: 'circle', key, value: Buffer.from(key), terms });

  describe('opening', () => {
    it('makes its schema by itself, once, however many start at the same time', async () => {
      const stores = await Promise.all(Array.from({ length: 5 }, () => views.open({ maxConnections: 1 })));
      await stores[0]!.commit(await stepOn(stores[0]!, [row('a')]));
      expect(await stores[4]!.find('circle', {})).toHaveLength(1);
      await Promise.all(stores.map((one) => one.close()));
      expect(await views.ask(`SELECT version FROM ${views.schema}.migration`)).toEqual([{ version: 1 }]);
    });

    it('takes a schema that was made for it, with no right to make one', async () => {
      const user = `limited_${views.schema}`;
      await views.ask(`CREATE ROLE ${user} LOGIN; CREATE SCHEMA ${views.schema} AUTHORIZATION ${user}`);
      store = await views.open({ connectionString: server().url.replace('//kring@', `//${user}@`) });
      await store.commit(await stepOn(store, [row('a')]));
      expect(await store.find('circle', {})).toHaveLength(1);
      await store.close();
      await views.ask(`DROP SCHEMA ${views.schema} CASCADE; DROP ROLE ${user}`);
    });

    it('leaves alone what a later release has made', async () => {
      await (await views.open()).close();
      await views.ask(`INSERT INTO ${views.schema}.migration (version) VALUES (99)`);
      await expect(views.open()).rejects.toThrow('made by a later release');
    });

    it('spreads its rows over tables where that is asked, and says so when they are spread otherwise', async () => {
      await (await views.open({ connectionString: `${server().url}?partitions=4&connections=2` })).close();
      await (await views.open()).close();
      await expect(views.open({ partitions: 8 })).rejects.toThrow('made with 4 partitions, not 8');
      await expect(views.open({ partitions: 0 })).rejects.toThrow(RangeError);
      await expect(views.open({ connectionString: `${server().url}?partitions=many` })).rejects.toThrow('partitions behind the connection string');
    });

    it('refuses a database that cannot hold every character', async () => {
      const database = `latin_${views.schema}`;
      await views.ask(`CREATE DATABASE ${database} ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C' LOCALE_PROVIDER libc`);
      await expect(views.open({ connectionString: server().url.replace('/postgres', `/${database}`) })).rejects.toThrow('encoding UTF8');
      await views.ask(`DROP DATABASE ${database}`);
    });

    it.each([
      ['nothing there', 'postgres://kring:secret@127.0.0.1:1/kring', 'ECONNREFUSED'],
      ['no connection string', 'kring:secret', 'postgres://user:password@host'],
      ['another protocol', 'mysql://kring:secret@127.0.0.1/kring', 'postgres://user:password@host'],
    ])('says what is wrong, and keeps the password to itself: %s', async (_, connectionString, words) => {
      const error = await openPostgresViewStore({ connectionString }).catch((caught: unknown) => caught as Error);
      expect(error).toMatchObject({ name: 'DatabaseUnusable' });
      expect(String((error as Error).message)).toContain(words);
      expect(String((error as Error).message)).not.toContain('secret');
    });

    it('says that the database is not there', async () => {
      await expect(views.open({ connectionString: server().url.replace('/postgres', '/nowhere') })).rejects.toThrow('"nowhere" does not exist');
    });

    it.each(['Views', 'a-b', 'x; DROP SCHEMA public', '', '1a', 'a'.repeat(49)])('takes no name of a schema that would need quotes: %j', async (schema) => {
      await expect(views.open({ schema })).rejects.toThrow(RangeError);
    });
  });

  describe('bounds', () => {
    it('refuses a row that no index can hold, and takes the largest that it can', async () => {
      store = await views.open();
      const random = (size: number): string => Array.from({ length: size }, () => String.fromCharCode(33 + Math.floor(Math.random() * 90))).join('');
      await store.commit(await stepOn(store, [row(random(1_300), [random(1_290)])]));
      const step = await stepOn(store, [row(random(1_300), [random(1_295)])]);
      await expect(store.commit(step)).rejects.toThrow(RangeError);
    });

    it('says that it is unavailable when too many are waiting, and goes on with the others', async () => {
      store = await views.open({ maxConnections: 1, maxWaiting: 2 });
      const answers = await Promise.allSettled(Array.from({ length: 5 }, () => store!.get('circle', ['a'])));
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
      expect((answers[4] as PromiseRejectedResult).reason).toBeInstanceOf(ViewStoreUnavailable);
      expect(await store.get('circle', ['a'])).toEqual([undefined]);
    });

    it('gives up a step that waits too long for a row, and writes nothing of it', async () => {
      store = await views.open({ timeoutMs: 300 });
      const step = await stepOn(store, [row('a')]);
      await store.commit(step);
      const other = new pg.Client({ connectionString: server().url });
      await other.connect();
      await other.query(`BEGIN; SELECT FROM ${views.schema}.view FOR UPDATE`);
      const changed = { ...step, position: '0000000000000002', puts: [{ ...row('b') }, { ...row('a'), value: Buffer.from('new') }] };
      await expect(store.commit(changed)).rejects.toThrow(ViewStoreUnavailable);
      await other.end();
      expect(await store.checkpoint('circles')).toBe('0000000000000001');
      expect((await store.find('circle', {})).map(({ key }) => key)).toEqual(['a']);
      await store.commit(changed);
    });
  });

  it('finds nothing where U+0000 is asked for, which it cannot keep, and refuses to keep it', async () => {
    store = await views.open();
    await store.commit(await stepOn(store, [row('a', ['x']), row('b'), row('ab')]));
    expect(await store.get('circle', ['a\0', 'a', '\0'])).toEqual([undefined, expect.anything(), undefined]);
    expect(await store.find('circle', { prefix: 'a\0' })).toEqual([]);
    expect(await store.find('circle', { terms: ['x\0'] })).toEqual([]);
    expect((await store.find('circle', { after: 'a\0z' })).map(({ key }) => key)).toEqual(['ab', 'b']);
    expect((await store.find('circle', { upTo: 'a\0z' })).map(({ key }) => key)).toEqual(['a']);
    await expect(store.commit(await stepOn(store, [row('a\0b')]))).rejects.toThrow(RangeError);
    await store.commit({ ...(await stepOn(store, [])), deletes: [{ collection: 'circle', key: 'a\0' }] });
    expect(await store.find('circle', {})).toHaveLength(3);
  });
});
