import type { Command } from 'commander';
import { Failure } from '../failure.ts';
import { withHubOptions, type HubOptions } from '../hub/options.ts';
import type { Terminal } from '../terminal.ts';

export type CircleOptions = HubOptions & { readonly asOf?: string; readonly knownAt?: string };

export const circleCommand = (kring: Command, terminal: Terminal): void => {
  const command = kring
    .command('circle')
    .description('who is involved with a household, now or then')
    .argument('<household>', 'id of the household')
    .option('--as-of <time>', 'what was true at this time (RFC 3339)')
    .option('--known-at <time>', 'as far as it was known at this time (RFC 3339)');
  withHubOptions(command, terminal.environment).action(async (household: string, options: CircleOptions) => {
    const { showCircle } = await import('./show-circle.ts');
    await showCircle(idOf(household), options, terminal);
  });
};

/** A citizen's number or an address does not belong on a command line, and never goes into a URL. */
const idOf = (household: string): string => {
  if (!/^[A-Za-z0-9._:-]{10,64}$/.test(household) || /^\d+$/.test(household)) {
    throw new Failure('that is not the id of a household; search one by POST /v1/households/_search, or on the screen.', 2);
  }
  return household;
};
