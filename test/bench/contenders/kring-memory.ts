import type { Contender } from '../harness/contender.ts';
import { open as openRebuild } from './kring-rebuild.ts';

/** The rebuild, with what it held in memory as the figure that counts. */
export const open = async (options: Parameters<typeof openRebuild>[0]): Promise<Contender> => {
  const rebuild = await openRebuild(options);
  const measure = async () => {
    const { value, 'resident MiB': resident = Number.NaN, 'µs an event': each = Number.NaN } = await rebuild.measure();
    return { value: resident, 'µs an event': each, 'events/s': value };
  };
  return { measure, close: () => rebuild.close() };
};
