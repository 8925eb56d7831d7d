import type { Contender, Measured } from '../harness/contender.ts';

/** What a peer is read with. `tuned`: as fast as its options and an index make it. */
export type ConsumerOptions = { readonly folder: string; readonly url?: string; readonly events: number; readonly mostSeconds: number; readonly tuned: boolean };

/** Reads from the start and tells of each event; answers how to stop. */
export type Consume = (each: () => void) => Promise<() => Promise<void>>;

export const pulling = { batchSize: 1_000, pullingFrequencyInMs: 1 };

/** The rate at which a consumer hands over events from the start of the log, until it has all or its time is up. */
export const consumerLoad = (consume: Consume, close: () => Promise<void>, { events, mostSeconds }: ConsumerOptions): Contender => {
  const measure = async (): Promise<Measured> => {
    const { promise: done, resolve } = Promise.withResolvers<void>();
    let read = 0;
    const from = performance.now();
    let last = from;
    const late = setTimeout(resolve, mostSeconds * 1_000);
    const stop = await consume(() => {
      read += 1;
      last = performance.now();
      if (read >= events) resolve();
    });
    await done;
    clearTimeout(late);
    await stop();
    if (read === 0) throw new Error('it read nothing');
    return { value: (read * 1_000) / (last - from) };
  };
  return { measure, close };
};
