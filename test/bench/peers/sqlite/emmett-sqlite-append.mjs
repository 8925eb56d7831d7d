import { join } from 'node:path';
import { getSQLiteEventStore } from '@event-driven-io/emmett-sqlite';
import { appendLoad } from '../../load/append-load.ts';

const asEmmett = ({ id, type, data, metadata }) => ({ type, data, metadata: { ...metadata, messageId: id } });

/**
 * Emmett on SQLite as it opens it: WAL, and synchronous FULL, which is SQLite's default. Some of its appends fail
 * with SQLITE_BUSY even where nobody else writes; they do not count, and how many there were is told.
 */
export const open = async (options) => {
  const store = getSQLiteEventStore({ fileName: join(options.folder, 'emmett.db'), schema: { autoMigration: 'CreateOrUpdate' } });
  return appendLoad((stream, events) => store.appendToStream(stream, events.map(asEmmett), { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' }), async () => undefined, { ...options, forgiving: true });
};
