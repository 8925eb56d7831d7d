import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ViewCommit, ViewRow, ViewStore } from '../index.ts';
import { aName, anOwner, shared, type OpenViewStore } from './given.ts';

/** Few enough that rows meet again, and each with what a statement, a list or a pattern would stumble over. */
const awkward = ["'; DROP TABLE view; --", '"quoted"', '\\', '{a,b}', 'NULL', '$1', 'a%', 'a_', 'é', '😀', '', ' ', '\n', 'a'];
const word = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...awkward) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0')) });

type Step = Pick<ViewCommit, 'puts' | 'deletes'>;
const stepsOn = (collections: readonly string[]): fc.Arbitrary<Step> => {
  const collection = fc.constantFrom(...collections);
  const put = fc.record({ collection, key: word, value: fc.uint8Array({ maxLength: 40 }), terms: fc.array(word, { maxLength: 5 }) });
  return fc.record({ puts: fc.array(put, { maxLength: 8 }), deletes: fc.array(fc.record({ collection, key: word }), { maxLength: 4 }) });
};

type Model = Map<string, ViewRow>;
const placeOf = ({ collection, key }: { readonly collection: string; readonly key: string }): string => `${collection}\0${key}`;

const take = (model: Model, { puts, deletes }: Step): void => {
  for (const gone of deletes) model.delete(placeOf(gone));
  for (const row of puts) model.set(placeOf(row), row);
};

type Shown = readonly (readonly [key: string, hex: string])[];

const expected = (model: Model, collection: string, terms: readonly string[]): Shown =>
  [...model.values()]
    .filter((row) => row.collection === collection && terms.every((term) => row.terms?.includes(term)))
    .sort((one, other) => Buffer.compare(Buffer.from(one.key), Buffer.from(other.key)))
    .map(({ key, value }) => [key, Buffer.from(value).toString('hex')]);

const found = async (store: ViewStore, collection: string, terms: readonly string[]): Promise<Shown> =>
  (await store.find(collection, { terms, limit: 1_000 })).map(({ key, value }) => [key, Buffer.from(value).toString('hex')]);

export const anySteps = (open: OpenViewStore): void => {
  describe('any steps, whatever the words in them', () => {
    const store = shared(open);

    it('leave what a plain map would hold', async () => {
      const collections = [aName(), `${aName()}'s`];
      const owner = await anOwner(store());
      const model: Model = new Map();
      const property = fc.asyncProperty(stepsOn(collections), word, word, async (step, one, other) => {
        await owner.commit(step);
        take(model, step);
        for (const collection of collections) {
          for (const terms of [[], [one], [one, other]]) expect(await found(store(), collection, terms)).toEqual(expected(model, collection, terms));
        }
      });
      await fc.assert(property, { numRuns: 60 });
    }, 60_000);
  });
};
