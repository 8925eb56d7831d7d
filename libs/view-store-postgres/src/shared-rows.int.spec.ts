import { expect, it } from '@jest/globals';
import { onPostgres } from '../../../test/servers/postgres.ts';
import { aViewSchema } from './testing/a-view-schema.ts';

const steps = 60;
const keys = ['a', 'b', 'c', 'd', 'e'];
const words = ['v', 'w', 'x', 'y', 'z'];

onPostgres('projections that write the same rows at the same time', (server) => {
  it.each([1, 3])('never wait for each other in a circle, and leave an index that says what the rows say, over %d tables', async (partitions) => {
    const views = aViewSchema(server().url, { partitions, maxConnections: 6 });
    const store = await views.open();
    const some = <T>(of: readonly T[], seed: number): T[] => of.filter((_, at) => (seed >> at) % 2 === 1);
    const write = async (projection: number): Promise<void> => {
      const { epoch } = await store.claim(`p${projection}`);
      for (let step = 0; step < steps; step += 1) {
        const seed = (step * 37 + projection * 101) % 1_024;
        const puts = some(keys, seed).map((key) => ({ collection: 'shared', key, value: Buffer.from(`${projection}-${step}`), terms: some(words, seed >> 3) }));
        const deletes = some(keys, seed >> 5).map((key) => ({ collection: 'shared', key }));
        await store.commit({ projection: `p${projection}`, epoch, position: String(step).padStart(16, '0'), puts: step % 2 === 0 ? puts : puts.toReversed(), deletes });
      }
    };
    await Promise.all([1, 2, 3, 4, 5, 6].map(write));
    const rows = await views.ask(`SELECT key, unnest(terms) AS term FROM ${views.schema}.view ORDER BY 1, 2`);
    expect(rows.length).toBeGreaterThan(0);
    expect(await views.ask(`SELECT key, term FROM ${views.schema}.term ORDER BY 1, 2`)).toEqual(rows);
    await store.close();
    await views.remove();
  }, 60_000);
});
