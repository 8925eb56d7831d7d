import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contender } from '../harness/contender.ts';
import { startOwnHub } from '../load/own-hub.ts';

/** `again`: on a folder in which it ran before, with its demonstration told. */
type Options = { readonly folder: string; readonly again: boolean };

/** From the command to the first request that is taken, of the built hub with its demonstration. */
export const open = async ({ folder, again }: Options): Promise<Contender> => {
  const kept = join(folder, 'kept');
  const startIn = async (data: string): Promise<number> => {
    const from = performance.now();
    const { hub } = await startOwnHub(data, { KRING_DEMO: 'true' });
    const took = performance.now() - from;
    await hub.end();
    return took;
  };
  const measure = async () => {
    if (again) return { value: await startIn(kept) };
    const data = await mkdtemp(join(folder, 'new-'));
    const value = await startIn(data);
    await rm(data, { recursive: true, force: true });
    return { value };
  };
  return { measure, close: async () => undefined };
};
