import type { Command } from 'commander';
import { withHubOptions, type HubOptions } from '../hub/options.ts';
import type { Terminal } from '../terminal.ts';

export type PublishOptions = HubOptions & { readonly resume: boolean; readonly strict?: boolean };

export const publishCommand = (kring: Command, terminal: Terminal): void => {
  const command = kring
    .command('publish')
    .description('publish a file with one CloudEvent a line; goes on where an earlier attempt broke off')
    .argument('<file>', 'NDJSON file, or - for what comes in')
    .option('--no-resume', 'start at the first line again; what the hub has already stays stored once')
    .option('--strict', 'end with exit code 3 when an event was rejected');
  withHubOptions(command, terminal.environment).action(async (file: string, options: PublishOptions) => {
    const { publish } = await import('./publish.ts');
    await publish(file, options, terminal);
  });
};
