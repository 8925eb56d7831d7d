import type { RebuildReport } from '@kring/projection-runtime';
import { Failure } from '../failure.ts';
import { printJson, type Terminal } from '../terminal.ts';
import { rebuildInHub } from './in-hub.ts';
import { rebuildInFolder } from './in-folder.ts';
import { outcomeOf, ProgressLines } from './progress-lines.ts';
import type { RebuildOptions } from './rebuild.command.ts';

/** What there is to tell while it runs; the answer is how it ended, null where something was only dropped. */
export type Errand = { readonly projection: string; readonly options: RebuildOptions; readonly tell: (report: RebuildReport) => void };

export const rebuild = async (projection: string, options: RebuildOptions, terminal: Terminal): Promise<void> => {
  const lines = new ProgressLines(terminal);
  const errand: Errand = { projection, options, tell: (report) => lines.tell(report) };
  try {
    const report = await (options.data === undefined ? rebuildInHub(errand, terminal) : rebuildInFolder(errand, options.data, terminal));
    lines.end();
    if (options.json) printJson(terminal, report);
    else terminal.out(outcomeOf(report));
    if (report === null) return;
    if (report.stage === 'failed') throw new Failure(`the rebuild failed and the view serves as before; the same command goes on with it. It failed with ${report.fault ?? 'an unknown error'}.`);
    if (report.stage === 'called-off') throw new Failure('the rebuild was called off and the view serves as before; the same command goes on with it.');
    if (options.compareOnly && (report.differences?.count ?? 0) > 0) terminal.exitWith(3);
  } finally {
    lines.end();
  }
};
