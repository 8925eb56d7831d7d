import { HubRefused, HubUnreachable } from '@kring/publisher';
import { CommanderError } from 'commander';
import { printJson, type Terminal } from './terminal.ts';

/** A command that could not do what it was asked. The message is one sentence that says what to do next. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(sentence: string, readonly exitCode = 1) {
    super(sentence);
  }
}

const usage = 2;

/** Tells a person why it failed, in one sentence, and gives the exit code. Under `--json` the hub's refusal is the answer. */
export const explain = (error: unknown, terminal: Terminal, json: boolean): number => {
  if (error instanceof CommanderError) return explainUsage(error, terminal);
  if (json && error instanceof HubRefused) printJson(terminal, error.problem);
  terminal.err(`kring: ${sentenceOf(error)}\n`);
  return error instanceof Failure ? error.exitCode : 1;
};

const sentenceOf = (error: unknown): string => {
  if (error instanceof Failure) return error.message;
  if (error instanceof HubUnreachable) return `${error.message}; is it running? Start it with \`npm start\`, or say where it is with --url.`;
  if (error instanceof HubRefused) return refusal(error);
  const { code, message } = error as { code?: unknown; message?: unknown };
  return systemErrors[String(code)] ?? `something that should not happen did: ${String(message ?? error).split('\n')[0]}`;
};

const refusal = ({ problem }: HubRefused): string => {
  const why = problem.detail ? `${problem.title}: ${problem.detail}` : problem.title;
  const where = (problem.errors ?? []).slice(0, 3).map(({ pointer, detail }) => `${pointer || '/'} ${detail}`);
  return `the hub refused (${problem.status}): ${[why, ...where].join('; ')}${advice[problem.status] ?? ''}`;
};

const advice: Readonly<Record<number, string>> = {
  401: ' — check --partner, --user or KRING_TOKEN; `kring token --list` names the demo accounts.',
  403: ' — this account may not do that.',
  404: ' — it is not there, or not for this account to know.',
};

const systemErrors: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check its path.',
  EACCES: 'the file may not be read; check its permissions.',
  EISDIR: 'that is a folder, where a file was expected.',
  ENOSPC: 'the disk is full; make room and try again.',
};

/**
 * Commander repeats what was typed, and someone may have typed a citizen's number or name; so what was wrong is said without
 * repeating it. Help and version are not failures.
 */
const explainUsage = ({ code, exitCode }: CommanderError, terminal: Terminal): number => {
  if (exitCode === 0 || code === 'commander.help') return exitCode === 0 ? 0 : usage;
  terminal.err(`kring: ${usageSentences[code] ?? 'that is not how this command is used'}; see \`kring help\`.\n`);
  return usage;
};

const usageSentences: Readonly<Record<string, string>> = {
  'commander.unknownCommand': 'there is no such command',
  'commander.unknownOption': 'there is no such option',
  'commander.excessArguments': 'there are more words than this command takes',
  'commander.missingArgument': 'the command needs one more word',
  'commander.optionMissingArgument': 'an option lacks its value',
  'commander.missingMandatoryOptionValue': 'an option that is needed is missing',
  'commander.invalidArgument': 'an option has a value that it cannot take',
  'commander.conflictingOption': 'two of the options exclude each other',
};
