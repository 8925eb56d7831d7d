import { Option, type Command } from 'commander';
import { Failure } from '../failure.ts';
import { withHubOptions, type HubOptions } from '../hub/options.ts';
import type { Terminal } from '../terminal.ts';

export type ReplayOptions = HubOptions & {
  readonly household?: string;
  readonly stream?: string;
  readonly all?: boolean;
  readonly from?: string;
  readonly until?: string;
  readonly back?: boolean;
  readonly rules?: string;
  readonly hindsight?: boolean;
  readonly reason?: string;
  readonly data?: string;
};

const id = (text: string): string => {
  // A citizen's number or an address does not belong on a command line, and never goes into a URL.
  if (/^[A-Za-z0-9._:-]{3,64}$/.test(text) && !/^\d{8,9}$/.test(text)) return text;
  throw new Failure('that is not the id of a household; search one by POST /v1/households/_search, or on the screen.', 2);
};

const name = (text: string): string => {
  if (/^[A-Za-z0-9._:-]{1,160}$/.test(text)) return text;
  throw new Failure('--stream must be the name of a stream, such as omring-<household>.', 2);
};

const position = (text: string): string => {
  if (/^[A-Za-z0-9._:-]{1,64}$/.test(text)) return text;
  throw new Failure('--from must be a position that an earlier answer gave.', 2);
};

const instant = (text: string): string => {
  if (/^\d{4}-\d{2}-\d{2}(T.+)?$/.test(text) && !Number.isNaN(Date.parse(text))) return new Date(text).toISOString();
  throw new Failure('--until must be a date-time such as 2026-03-02T09:00:00Z.', 2);
};

const checked = (options: ReplayOptions): ReplayOptions => {
  const asked = [options.household, options.stream, options.all].filter((one) => one !== undefined && one !== false);
  if (asked.length !== 1) throw new Failure('say what to replay: --household ID, --stream NAME or --all.', 2);
  if (options.rules && options.stream) throw new Failure('--rules goes with --household or --all: rules are about households, not about streams.', 2);
  if (options.hindsight && !options.rules) throw new Failure('--hindsight goes with --rules.', 2);
  if (options.rules && (options.back || options.from)) throw new Failure('--rules goes through a whole history; leave out --back and --from.', 2);
  return options;
};

/** The format of a file of rules, where whoever writes one looks for it. */
const rulesHelp = `
A file of rules (--rules) is YAML; everything in it may be left out, and what is left out stays as it is:
  name: Drie stappen                    # what the answer calls it
  alerts:                               # as in a region file: thresholds and severity per alert
    A05: { steps: 3 }
    A04: { normal: { workingDays: 3 } } # a term: days, workingDays or months
    A14: off                            # this alert would not exist
  regions:                              # the same for one region, over the others
    assen: { alerts: { A08: { within: { days: 21 } } } }
  legalBases:                           # what is told on a law
    politiewet: off                     # would not have been told
    wmo: consent                        # would have rested on this instead
`;

export const replayCommand = (kring: Command, terminal: Terminal): void => {
  const command = kring
    .command('replay')
    .description('go through a household, a stream or everything event by event; or see what other rules would have made of it')
    .addOption(new Option('--household <id>', 'the circle of this household, as it became known').argParser(id).conflicts(['stream', 'all']))
    .addOption(new Option('--stream <name>', 'the events of this stream').argParser(name).conflicts('all'))
    .addOption(new Option('--all', 'every event there is; with --rules, every household'))
    .addOption(new Option('--from <position>', 'begin at this position').argParser(position))
    .addOption(new Option('--until <time>', 'as far as it was known at this time (RFC 3339)').argParser(instant))
    .addOption(new Option('--back', 'begin with what came last, and go back'))
    .addOption(new Option('--rules <file>', 'what if: the same history under the rules of this YAML file, beside what happened'))
    .addOption(new Option('--hindsight', 'with --rules: as if everything had been told when it happened'))
    .addOption(new Option('--reason <text>', 'why you look back; put on record, sealed'))
    .addOption(new Option('--data [folder]', 'on the stores in this folder (KRING_DATA), when no hub runs on them').preset(terminal.environment['KRING_DATA'] || '.kring').conflicts(['partner', 'user']));
  command.addHelpText('after', rulesHelp);
  withHubOptions(command, terminal.environment).action(async (options: ReplayOptions) => {
    const asked = checked(options);
    const { replayed } = await import('./replayed.ts');
    await replayed(asked, terminal);
  });
};
