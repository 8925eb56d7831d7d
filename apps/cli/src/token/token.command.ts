import { Option, type Command } from 'commander';
import { Failure } from '../failure.ts';
import { bearerOfPartner, bearerOfUser } from '../hub/bearer.ts';
import { defaultUrl, jsonOption } from '../hub/options.ts';
import { printJson, type Terminal } from '../terminal.ts';

type TokenOptions = { readonly url: string; readonly partner?: string; readonly user?: string; readonly list?: boolean; readonly json?: boolean };

export const tokenCommand = (kring: Command, terminal: Terminal): void => {
  kring
    .command('token')
    .description('a bearer token of a demo account, or the list of them')
    .addOption(new Option('--partner <code>', 'of the system of this partner').conflicts(['user', 'list']))
    .addOption(new Option('--user <user>', 'of this person, <role>@<partner>').conflicts(['partner', 'list']))
    .addOption(new Option('--list', 'name the demo accounts of the region files (KRING_REGIONS)'))
    .addOption(new Option('--url <url>', 'where the hub is (KRING_URL)').default(terminal.environment['KRING_URL'] || defaultUrl))
    .addOption(jsonOption())
    .action(async (options: TokenOptions) => {
      if (options.list) return list(options, terminal);
      if (!options.partner && !options.user) throw new Failure('say whose token: --partner CODE or --user USER; `kring token --list` names them.', 2);
      const bearer = options.partner ? await bearerOfPartner(options.url, options.partner) : await bearerOfUser(options.url, options.user!);
      if (options.json) return printJson(terminal, bearer);
      terminal.out(`${bearer.access_token}\n`);
    });
};

const list = async ({ json }: TokenOptions, terminal: Terminal): Promise<void> => {
  const { demoAccounts } = await import('./demo-accounts.ts');
  const accounts = demoAccounts(terminal.environment);
  if (json) return printJson(terminal, accounts);
  const { table } = await import('../table.ts');
  terminal.out(table(['partner', 'sources'], accounts.partners.map(({ code, sources }) => [code, sources.join(' ')]), terminal.columns));
  terminal.out(`\n${table(['user', 'roles'], accounts.users.map(({ user, roles }) => [user, roles.join(' ')]), terminal.columns)}`);
};
