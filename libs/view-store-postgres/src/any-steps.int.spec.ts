import { expect, it } from '@jest/globals';
import type { ViewRow, ViewStore } from '@kring/view-store';
import fc from 'fast-check';
import { onPostgres } from '../../../test/servers/postgres.ts';
import { aViewSchema } from './testing/a-view-schema.ts';

/** Few enough that rows meet again, and each with what a statement, a list or a pattern would stumble over. */
const words = ["'; DROP TABLE view; --", '"quoted"', '\\', '{a,b}', 'NULL', '$1', 'a%', 'a_', 'é', '😀', '', ' ', '\n', 'a'];
const word = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0')) });
const collection = fc.constantFrom('one', "other's");
const put = fc.record({ collection, key: word, value: fc.uint8Array({ maxLength: 40 }), terms: fc.array(word, { maxLength: 5 }) });
const step = fc.record({ puts: fc.array(put, { maxLength: 8 }), deletes: fc.array(fc.record({ collection, key: word }), { maxLength: 4 }) });

type Model = Map<string, ViewRow>;
const placeOf = ({ collection: name, key }: { collection: string; key: string }): string => `${name}\0${key}`;

const take = (model: Model, { puts, deletes }: { puts: readonly ViewRow[]; deletes: readonly { collection: string; key: string }[] }): void => {
  for (const gone of deletes) model.delete(placeOf(gone));
  for (const row of puts) model.set(placeOf(row), row);
};

const rowsOf = (model: Model, name: string, terms: readonly string[]): [string, string][] =>
  [...model.values()]
    .filter((row) => row.collection === name && terms.every((term) => row.terms?.includes(term)))
    .sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)))
    .map(({ key, value }) => [key, Buffer.from(value).toString('hex')]);

const found = async (store: ViewStore, name: string, terms: readonly string[]): Promise<[string, string][]> =>
  (await store.find(name, { terms, limit: 1_000 })).map(({ key, value }) => [key, Buffer.from(value).toString('hex')]);

onPostgres('whatever is put and deleted', (server) => {
  it.each([1, 3])('is found as in a plain map, over %d tables', async (partitions) => {
    const views = aViewSchema(server().url, { partitions });
    const store = await views.open();
    const { epoch } = await store.claim('p');
    const model: Model = new Map();
    await fc.assert(
      fc.asyncProperty(step, word, word, async (changes, one, other) => {
        await store.commit({ projection: 'p', epoch, position: '1', ...changes });
        take(model, changes);
        for (const name of ['one', "other's"]) {
          for (const terms of [[], [one], [one, other]]) expect(await found(store, name, terms)).toEqual(rowsOf(model, name, terms));
        }
      }),
      { numRuns: 60 },
    );
    const entries = await views.ask(`SELECT count(*)::integer AS entries FROM ${views.schema}.term`);
    expect(entries).toEqual([{ entries: [...model.values()].reduce((sum, row) => sum + new Set(row.terms).size, 0) }]);
    await store.close();
    await views.remove();
  });
});
