import { openForWriting, serveGroups } from '@kring/sqlite';
import { keySchema, type KeyOutcome, type KeyTask } from './key-file.ts';
import { KeyWriter } from './key-writer.ts';

serveGroups<{ readonly file: string }, KeyTask, KeyOutcome>(({ file }) => {
  const database = openForWriting({ file, schema: keySchema, durability: 'full', secureDelete: true });
  const keys = new KeyWriter(database.connection);
  return {
    database,
    carryOut: (task) => keys.carryOut(task),
    // A destroyed key is overwritten in its page; the log still holds the page as it was, until it is cut off.
    committed: (tasks) => {
      if (tasks.some((task) => 'destroy' in task)) database.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
});
