import { expect, it } from '@jest/globals';
import type { ViewQuery } from '@kring/view-store';
import pg from 'pg';
import { onPostgres } from '../../../test/servers/postgres.ts';
import { searchFor } from './search.ts';
import { sessionUrl } from './session-url.ts';
import { aViewSchema } from './testing/a-view-schema.ts';

type Plan = { readonly 'Node Type': string; readonly Plans?: readonly Plan[] };
const stepsOf = (plan: Plan): string[] => [plan['Node Type'], ...(plan.Plans ?? []).flatMap(stepsOf)];

onPostgres('a search on PostgreSQL', (server) => {
  const plans = async (partitions: number, query: ViewQuery): Promise<string[]> => {
    const views = aViewSchema(server().url, { partitions });
    await (await views.open()).close();
    const client = new pg.Client({ connectionString: sessionUrl(server().url, 10_000) });
    await client.connect();
    try {
      const { text, values } = searchFor(views.schema, 'circle', query, 10)!;
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, [...values]);
      return stepsOf(rows[0]!['QUERY PLAN'][0]!.Plan);
    } finally {
      await client.end();
      await views.remove();
    }
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
