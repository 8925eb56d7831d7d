import { Option, type Command } from 'commander';

/** How a command that talks to a running hub is told where it is and as whom. */
export type HubOptions = { readonly url: string; readonly partner?: string; readonly user?: string; readonly purpose: string; readonly json?: boolean };

export const defaultUrl = 'http://127.0.0.1:3000';

export const withHubOptions = (command: Command, environment: Readonly<Record<string, string | undefined>>): Command =>
  command
    .addOption(new Option('--url <url>', 'where the hub is (KRING_URL)').default(environment['KRING_URL'] || defaultUrl))
    .addOption(new Option('--partner <code>', 'as the system of this partner (demo accounts; else KRING_TOKEN)').conflicts('user'))
    .addOption(new Option('--user <user>', 'as this person, <role>@<partner> (demo accounts; else KRING_TOKEN)').conflicts('partner'))
    .addOption(new Option('--purpose <purpose>', 'why personal data is read').default('coordination'))
    .addOption(jsonOption());

export const jsonOption = (): Option => new Option('--json', 'the answer as JSON');
