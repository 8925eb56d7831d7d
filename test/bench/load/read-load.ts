import type { Contender } from '../harness/contender.ts';
import { quantile } from '../harness/figure.ts';
import type { Place } from './bench-server.ts';
import { Connection, requestBytes } from './connection.ts';

export type ReadOptions = { readonly connections: number; readonly seconds: number };

/** Reads the same place over connections that stay open, each asking again as soon as it is answered. */
export const readLoad = async ({ port, path, headers }: Place, close: () => Promise<void>, { connections, seconds }: ReadOptions): Promise<Contender> => {
  const lines = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const request = requestBytes({ method: 'GET', path, headers });
  const measure = async () => {
    const waits: number[] = [];
    const from = performance.now();
    const until = from + seconds * 1_000;
    const read = async (line: Connection): Promise<void> => {
      for (let asked = performance.now(); asked < until; ) {
        const { status, body } = await line.request(request);
        if (status !== 200) throw new Error(`reading answered ${status}: ${body.toString().slice(0, 200)}`);
        const now = performance.now();
        waits.push(now - asked);
        asked = now;
      }
    };
    await Promise.all(lines.map(read));
    return { value: (waits.length * 1_000) / (performance.now() - from), 'p50 ms': quantile(waits, 0.5), 'p99 ms': quantile(waits, 0.99) };
  };
  return {
    measure,
    close: async () => {
      for (const line of lines) line.close();
      await close();
    },
  };
};
