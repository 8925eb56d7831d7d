import { Option, type Command } from 'commander';
import { Failure } from '../failure.ts';
import { jsonOption } from '../hub/options.ts';
import type { Terminal } from '../terminal.ts';

export type SimulateOptions = {
  readonly households: number;
  readonly years: number;
  readonly seed: string;
  readonly region: string;
  readonly until?: string;
  readonly partner?: string;
  readonly out?: string;
  readonly perPartner?: boolean;
  readonly json?: boolean;
};

const mostHouseholds = 10_000_000;
const mostYears = 20;

const whole = (text: string): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= mostHouseholds) return number;
  throw new Failure(`--households must be a whole number from 1 to ${mostHouseholds}.`, 2);
};

const span = (text: string): number => {
  const number = Number(text);
  if (number > 0 && number <= mostYears) return number;
  throw new Failure(`--years must be a number above 0 and at most ${mostYears}.`, 2);
};

const seed = (text: string): string => {
  if (/^[A-Za-z0-9._-]{1,16}$/.test(text)) return text;
  throw new Failure('--seed must be 1 to 16 letters, digits, full stops, underscores and hyphens.', 2);
};

const date = (text: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new Failure('--until must be a date such as 2026-01-01.', 2);
};

export const simulateCommand = (kring: Command, terminal: Terminal): void => {
  kring
    .command('simulate')
    .description('make up what the partners of a municipality would have published, one CloudEvent a line')
    .addOption(new Option('--households <number>', 'how many households live there').argParser(whole).makeOptionMandatory())
    .addOption(new Option('--years <number>', 'over how many years').argParser(span).default(2))
    .addOption(new Option('--seed <seed>', 'the same seed gives the same events to the letter').argParser(seed).default('1'))
    .addOption(new Option('--region <code>', 'in which region, with its areas, partners and teams (KRING_REGIONS)').default('veendam-pekela'))
    .addOption(new Option('--until <date>', 'the last day; nothing depends on today').argParser(date))
    .addOption(new Option('--partner <code>', 'only what this partner publishes'))
    .addOption(new Option('--out <file>', 'into this file; else to standard output'))
    .addOption(new Option('--per-partner', 'into a file for each partner, as `kring publish` takes them: with --out town.ndjson, town.<partner>.ndjson'))
    .addOption(jsonOption())
    .action(async (options: SimulateOptions) => {
      if (options.perPartner && !options.out) throw new Failure('--per-partner needs --out: that is what its files are named after.', 2);
      const { simulated } = await import('./simulated.ts');
      await simulated(options, terminal);
    });
};
