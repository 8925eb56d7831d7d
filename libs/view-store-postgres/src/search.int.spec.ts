import { expect, it } from '@jest/globals';
import { sessionUrl } from '@kring/postgres';
import type { ViewQuery } from '@kring/view-store';
import { askPostgres, onPostgres } from '../../../test/servers/postgres.ts';
import { searchFor } from './search.ts';
import { aViewSchema } from './testing/a-view-schema.ts';

type Plan = { readonly 'Node Type': string; readonly Plans?: readonly Plan[] };
const stepsOf = (plan: Plan): string[] => [plan['Node Type'], ...(plan.Plans ?? []).flatMap(stepsOf)];

onPostgres('a search on PostgreSQL', (server) => {
  const plans = async (partitions: number, query: ViewQuery): Promise<string[]> => {
    const views = aViewSchema(server().url, { partitions });
    await (await views.open()).close();
    const { text, values } = searchFor(views.schema, 'circle', query, 10)!;
    const rows = await askPostgres(sessionUrl(server().url, 10_000), `EXPLAIN (FORMAT JSON) ${text}`, values);
    await views.remove();
    return stepsOf((rows[0]!['QUERY PLAN'] as readonly { Plan: Plan }[])[0]!.Plan);
  };

  it.each<[string, ViewQuery]>([
    ['all rows', {}],
    ['a range', { after: 'a', upTo: 'b' }],
    ['a prefix', { prefix: 'a' }],
    ['a term', { terms: ['x'] }],
    ['several terms and a prefix', { terms: ['x', 'y', 'z'], prefix: 'a', after: 'ab' }],
  ])('walks an index in the order of the keys, never a whole table: %s', async (_, query) => {
    const one = await plans(1, query);
    expect(one.filter((step) => !['Limit', 'Nested Loop', 'Index Scan', 'Index Only Scan'].includes(step))).toEqual([]);
    const spread = await plans(4, query);
    expect(spread.filter((step) => !['Limit', 'Nested Loop', 'Index Scan', 'Index Only Scan', 'Merge Append', 'Append'].includes(step))).toEqual([]);
  });
});
