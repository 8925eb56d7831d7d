import { readFileSync } from 'node:fs';
import type { Contender } from '../harness/contender.ts';
import type { Served } from '../load/bench-server.ts';
import { startOwnHub } from '../load/own-hub.ts';
import { readLoad, type ReadOptions } from '../load/read-load.ts';

type Options = ReadOptions & { readonly folder: string; readonly told: string };

/** Reads a circle of a real hub, which notes each reading in its access log before it answers. */
export const open = async ({ folder, told, ...options }: Options): Promise<Contender> => {
  const { householdId, partner } = JSON.parse(readFileSync(told, 'utf8')) as Served;
  const { hub, port } = await startOwnHub(folder);
  const headers = { authorization: `Bearer ${await hub.token(partner)}`, 'processing-activity': 'coordination' };
  return readLoad({ port, path: `/v1/households/${householdId}/circle`, headers }, () => hub.end(), options);
};
