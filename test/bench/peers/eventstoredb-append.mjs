import { EventStoreDBClient, NO_STREAM, jsonEvent } from '@eventstore/db-client';
import { appendLoad } from '../load/append-load.ts';

/** The bare client of EventStoreDB on the server that was given. */
export const open = async (options) => {
  const client = EventStoreDBClient.connectionString(options.url);
  const append = (stream, events) => client.appendToStream(`bench.${stream}`, events.map((event) => jsonEvent(event)), { expectedRevision: NO_STREAM });
  return appendLoad(append, () => client.dispose(), options);
};
