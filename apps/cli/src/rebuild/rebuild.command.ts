import { Option, type Command } from 'commander';
import { Failure } from '../failure.ts';
import { withHubOptions, type HubOptions } from '../hub/options.ts';
import type { Terminal } from '../terminal.ts';

export type RebuildOptions = HubOptions & {
  readonly fromScratch?: boolean;
  readonly compareOnly?: boolean;
  readonly back?: boolean;
  readonly forget?: boolean;
  readonly data?: string;
};

const defaultProjection = 'households';

export const rebuildCommand = (kring: Command, terminal: Terminal): void => {
  const command = kring
    .command('rebuild')
    .description('make a view anew beside the one that serves, compare the two, and switch at one instant')
    .argument('[projection]', 'name of the view', defaultProjection)
    .addOption(new Option('--from-scratch', 'begin anew also where an earlier rebuild was cut short').conflicts(['back', 'forget']))
    .addOption(new Option('--compare-only', 'compare, do not switch; exit code 3 where rows differ').conflicts(['back', 'forget']))
    .addOption(new Option('--back', 'have the former view serve again, brought up to date').conflicts('forget'))
    .option('--forget', 'drop the former view, and what a rebuild that was cut short left')
    .option('--data <dir>', 'open the stores in this folder, where no hub runs on it');
  withHubOptions(command, terminal.environment).action(async (projection: string, options: RebuildOptions) => {
    const { rebuild } = await import('./rebuild.ts');
    await rebuild(nameOf(projection), options, terminal);
  });
};

const nameOf = (projection: string): string => {
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(projection)) throw new Failure('that is not the name of a view; GET /v1/projections lists them.', 2);
  return projection;
};
