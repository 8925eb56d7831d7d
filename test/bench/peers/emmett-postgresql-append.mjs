import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { appendLoad } from '../load/append-load.ts';
import { ownDatabase } from './database.mjs';

/** As Emmett takes an event: its id is part of the metadata. */
const asEmmett = ({ id, type, data, metadata }) => ({ type, data, metadata: { ...metadata, messageId: id } });

/** Emmett on PostgreSQL, with the server's own defaults: every commit synced. */
export const open = async (options) => {
  const database = await ownDatabase(options.url);
  const store = getPostgreSQLEventStore(database.url);
  await store.schema.migrate();
  const close = async () => {
    await store.close();
    await database.drop();
  };
  return appendLoad((stream, events) => store.appendToStream(stream, events.map(asEmmett), { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' }), close, options);
};
