import { openForWriting, serveGroups } from '@kring/sqlite';
import { checkRows } from './sound-row.ts';
import { viewSchema, type ViewOutcome, type ViewTask } from './view-file.ts';
import { ViewWriter } from './view-writer.ts';

serveGroups<{ readonly file: string; readonly maxFileBytes?: number }, ViewTask, ViewOutcome>(({ file, maxFileBytes }) => {
  const database = openForWriting({ file, schema: viewSchema, durability: 'normal', maxFileBytes });
  checkRows(database.connection, file);
  const views = new ViewWriter(database.connection);
  return { database, carryOut: (task) => views.carryOut(task) };
});
