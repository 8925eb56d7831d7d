import { run } from './program.ts';
import { realTerminal } from './terminal.ts';

/** A reader that has seen enough, such as `head`, closes the pipe; that is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await run(process.argv.slice(2), realTerminal());
