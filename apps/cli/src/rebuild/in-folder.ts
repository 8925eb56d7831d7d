import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RebuildReport } from '@kring/projection-runtime';
import { Failure } from '../failure.ts';
import type { Terminal } from '../terminal.ts';
import type { Errand } from './rebuild.ts';
import type { RebuildOptions } from './rebuild.command.ts';

/** The projection's own program for this, seen from `dist/` and from `src/` alike. */
const program = fileURLToPath(new URL('../../../projection/dist/rebuild.main.js', import.meta.url));

type Line = { readonly report?: RebuildReport; readonly ended?: RebuildReport | null; readonly failed?: string; readonly name?: string };

const errandOf = ({ back, forget, compareOnly, fromScratch }: RebuildOptions): string => {
  if (back) return 'back';
  if (forget) return 'forget';
  if (compareOnly) return 'compare-only';
  return fromScratch ? 'from-scratch' : 'rebuild';
};

/** Has the projection's own process do it on a folder that no hub runs on. */
export const rebuildInFolder = async ({ projection, options, tell }: Errand, folder: string, { environment }: Terminal): Promise<RebuildReport | null> => {
  if (projection !== 'households') throw new Failure('in a folder only the view of the households can be made anew.', 2);
  if (!existsSync(program)) throw new Failure('not built yet; run `npm run build` in the root of the repository first.');
  const child = spawn(process.execPath, [program, errandOf(options)], { env: { ...environment, KRING_DATA: resolve(folder) }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((settle, fail) => child.once('error', fail).once('close', settle));
  let answer: Line | undefined;
  for await (const text of createInterface(child.stdout)) {
    const line = JSON.parse(text) as Line;
    if (line.report) tell(line.report);
    else answer = line;
  }
  const exitCode = await ended;
  if (answer?.failed !== undefined) throw new Failure(`${answer.failed}${answer.name === 'DatabaseUnusable' ? '; where a hub runs on this folder, leave --data out and the hub does it' : ''}.`);
  if (answer === undefined) throw new Failure(`the rebuild ended unexpectedly (${exitCode ?? 'killed'}); the view serves as before, and the same command goes on with it.`);
  return answer.ended ?? null;
};
