import { Option, type Command } from 'commander';
import { withHubOptions, type HubOptions } from '../hub/options.ts';
import type { Terminal } from '../terminal.ts';

export type DoctorOptions = HubOptions & { readonly data: string };

export const doctorCommand = (kring: Command, terminal: Terminal): void => {
  const command = kring
    .command('doctor')
    .description('check this machine, the stored data and the running hub, and say what to do')
    .addOption(new Option('--data <folder>', 'folder of the embedded stores (KRING_DATA)').default(terminal.environment['KRING_DATA'] || '.kring'));
  withHubOptions(command, terminal.environment).action(async (options: DoctorOptions) => {
    const { examine } = await import('./examine.ts');
    await examine(options, terminal);
  });
};
