import { openForWriting } from '../database.ts';
import { serveGroups } from '../serve-groups.ts';

/** What a spec asks of the thread. `crash` ends the thread in the middle of its group. */
export type CounterTask = { readonly add: number } | { readonly fail: true } | { readonly crash: true } | { readonly transactions: true };

/** Adds numbers up in a file, and counts the transactions that it needed. */
serveGroups<{ readonly file: string }, CounterTask, number>(({ file }) => {
  const schema = { application: 0x4b52_5445, version: 1, tables: 'CREATE TABLE number (value INTEGER NOT NULL) STRICT' };
  const database = openForWriting({ file, schema, durability: 'full' });
  const add = database.connection.prepare('INSERT INTO number (value) VALUES (?)');
  const sum = database.connection.prepare('SELECT coalesce(sum(value), 0) AS sum FROM number');
  let transactions = 0;
  return {
    database,
    carryOut: (task) => {
      if ('crash' in task) process.exit(1);
      if ('fail' in task) database.connection.exec('INSERT INTO number (value) VALUES (NULL)');
      if ('transactions' in task) return transactions;
      if ('add' in task) add.run(task.add);
      return (sum.get() as { sum: number }).sum;
    },
    committed: () => {
      transactions += 1;
    },
  };
});
