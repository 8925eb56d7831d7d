import { openForWriting, serveGroups } from '@kring/sqlite';
import type { AppendOutcome, AppendTask, WriterOptions } from './log-file.ts';
import { logSchema } from './log-file.ts';
import { LogWriter } from './log-writer.ts';
import { checkPages } from './sound-page.ts';
import { StreamIndexer } from './stream-indexer.ts';

serveGroups<WriterOptions, AppendTask, AppendOutcome>(({ file, maxFileBytes, recentPages }) => {
  const database = openForWriting({ file, schema: logSchema, durability: 'full', maxFileBytes });
  checkPages(database.connection, file);
  const log = new LogWriter(database.connection);
  const indexer = new StreamIndexer(database.connection, log.recent, recentPages);
  return { database, carryOut: (task) => log.append(task), forget: () => log.forget(), answered: () => indexer.continue() };
});
