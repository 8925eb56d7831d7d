import { expect, it } from '@jest/globals';
import { askPostgres, onPostgres } from './postgres.ts';

onPostgres('a PostgreSQL for specs', (server) => {
  const asked = async (question: string): Promise<unknown> => Object.values((await askPostgres(server().url, question))[0] ?? {})[0];

  it('keeps what it promised when it is killed and started again', async () => {
    await asked('CREATE TABLE kept AS SELECT 7 AS number');
    await server().kill();
    await expect(asked('SELECT 1')).rejects.toThrow();
    await server().start();
    expect(await asked('SELECT number FROM kept')).toBe(7);
  });

  it('syncs what it writes, as a real one does', async () => {
    expect(await asked('SHOW fsync')).toBe('on');
  });
}, { toKill: true });
