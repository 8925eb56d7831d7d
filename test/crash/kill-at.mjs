// Loaded into a hub before its own code (node --import), in every thread: kills the process at a chosen commit, so that the product needs no hooks for its tests.
// CRASH_AT=<file>:<before|after>:<n> names the n-th commit of one database file, counted from the start of the process.
import { DatabaseSync } from 'node:sqlite';
import { sep } from 'node:path';

const [file, side, count] = (process.env.CRASH_AT ?? '').split(':');
const { exec } = DatabaseSync.prototype;
let left = Number(count);

/** Nothing runs after this, in no thread: the signal cannot be caught. */
const die = () => process.kill(process.pid, 'SIGKILL');

if (file) {
  DatabaseSync.prototype.exec = function execOrDie(sql) {
    const strikes = sql === 'COMMIT' && this.location()?.endsWith(sep + file) && --left === 0;
    if (strikes && side === 'before') die();
    exec.call(this, sql);
    if (strikes) die();
  };
}
