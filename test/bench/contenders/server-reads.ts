import { readFileSync } from 'node:fs';
import type { Contender } from '../harness/contender.ts';
import { startBenchServer, type Served } from '../load/bench-server.ts';
import { readLoad, type ReadOptions } from '../load/read-load.ts';

type Options = ReadOptions & { readonly server: string; readonly told: string };

/** Reads a server of the bench. */
export const open = async ({ server, told, ...options }: Options): Promise<Contender> => {
  const { place, end } = await startBenchServer(server, JSON.parse(readFileSync(told, 'utf8')) as Served);
  return readLoad(place, end, options);
};
