import { openForWriting, serveGroups } from '@kring/sqlite';
import { logSchema, type AppendOutcome, type AppendTask } from './log-file.ts';
import { LogWriter } from './log-writer.ts';

serveGroups<{ readonly file: string; readonly maxFileBytes?: number }, AppendTask, AppendOutcome>(({ file, maxFileBytes }) => {
  const database = openForWriting({ file, schema: logSchema, durability: 'full', maxFileBytes });
  const log = new LogWriter(database.connection);
  return { database, carryOut: (task) => log.append(task), forget: () => log.readHead() };
});
