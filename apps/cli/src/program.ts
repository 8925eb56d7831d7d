import { Command } from 'commander';
import { circleCommand } from './circle/circle.command.ts';
import { doctorCommand } from './doctor/doctor.command.ts';
import { explain } from './failure.ts';
import { publishCommand } from './publish/publish.command.ts';
import { rebuildCommand } from './rebuild/rebuild.command.ts';
import { replayCommand } from './replay/replay.command.ts';
import { simulateCommand } from './simulate/simulate.command.ts';
import type { Terminal } from './terminal.ts';
import { tokenCommand } from './token/token.command.ts';

export const version = '0.1.0';

/** Each command registers its words here and loads its work only when it is called: the start stays short. */
const program = (terminal: Terminal): Command => {
  const kring = new Command('kring')
    .description('Who is involved with this household? Talk to a Kring hub, or look after one.')
    .version(version)
    .showHelpAfterError(false)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => undefined });
  for (const add of [publishCommand, circleCommand, replayCommand, simulateCommand, tokenCommand, doctorCommand, rebuildCommand]) add(kring, terminal);
  return kring;
};

/** Runs one command; the answer is the exit code. Nothing thrown reaches the outside. */
export const run = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  let exitCode = 0;
  const listening: Terminal = { ...terminal, exitWith: (code) => { exitCode = code; } };
  try {
    await program(listening).parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error, terminal, words.includes('--json'));
  }
};
