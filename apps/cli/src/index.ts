export { run } from './program.ts';
export { realTerminal, type Terminal } from './terminal.ts';
