import type { ViewStore } from '@kring/view-store';
import { nameIn, type Generation } from './generation.ts';

/** Rows that are deleted in one step. */
const perStep = 500;

/** Deletes the rows of a generation that nobody reads any more. Its claim fences whoever may still be writing it. */
export const dropRows = async (store: ViewStore, name: string, { number, collections }: Generation, signal: AbortSignal): Promise<boolean> => {
  const projection = nameIn(number, name);
  const { epoch, position } = await store.claim(projection);
  for (const collection of collections.map((one) => nameIn(number, one))) {
    for (let more = true; more; ) {
      if (signal.aborted) return false;
      const rows = await store.find(collection, { limit: perStep });
      more = rows.length === perStep;
      if (rows.length > 0) await store.commit({ projection, epoch, position, puts: [], deletes: rows.map(({ key }) => ({ collection, key })) });
    }
  }
  return true;
};
