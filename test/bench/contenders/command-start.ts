import { spawnSync } from 'node:child_process';
import type { Contender } from '../harness/contender.ts';

type Options = { readonly words: readonly string[]; readonly times: number };

/** From the start of Node with these words to its end. */
export const open = async ({ words, times }: Options): Promise<Contender> => {
  const measure = async () => {
    const from = performance.now();
    for (let count = 0; count < times; count += 1) {
      const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`it ended with ${status}: ${stderr.slice(-200)}`);
    }
    return { value: (performance.now() - from) / times };
  };
  return { measure, close: async () => undefined };
};
