import { run } from '../program.ts';
import type { Terminal } from '../terminal.ts';

export type Said = { readonly exitCode: number; readonly out: string; readonly err: string };

/** Runs a command as a shell would, and gives back what it wrote. */
export const kring = async (words: readonly string[], surroundings: Partial<Pick<Terminal, 'environment' | 'watched' | 'columns' | 'now'>> = {}): Promise<Said> => {
  let out = '';
  let err = '';
  const exitCode = await run(words, {
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    watched: false,
    columns: 160,
    environment: {},
    now: () => new Date(),
    exitWith: () => undefined,
    ...surroundings,
  });
  return { exitCode, out, err };
};
