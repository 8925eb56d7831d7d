import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore, postgreSQLEventStoreConsumer } from '@event-driven-io/emmett-postgresql';
import { consumerLoad, pulling } from '../load/consumer-load.ts';
import { storedEvents } from '../load/stored-event.ts';
import { ownDatabase, runOn } from './database.mjs';

const batch = 500;

/** Emmett's consumer on PostgreSQL, with a handler that does nothing. */
export const open = async (options) => {
  const database = await ownDatabase(options.url);
  const store = getPostgreSQLEventStore(database.url);
  await store.schema.migrate();
  for (let stored = 0; stored < options.events; stored += batch) {
    await store.appendToStream(`omring-${randomUUID()}`, storedEvents(Math.min(batch, options.events - stored)).map(({ type, data, metadata }) => ({ type, data, metadata })));
  }
  await store.close();
  if (options.tuned) await runOn(database.url, 'CREATE INDEX ON emt_messages (transaction_id, global_position)');
  await runOn(database.url, 'ANALYZE');
  const consume = async (each) => {
    const consumer = postgreSQLEventStoreConsumer({ connectionString: database.url, ...(options.tuned && { pulling }) });
    consumer.reactor({ processorId: randomUUID(), startFrom: 'BEGINNING', eachMessage: each });
    const running = consumer.start().catch(() => undefined);
    return async () => {
      await consumer.close();
      await running;
    };
  };
  return consumerLoad(consume, database.drop, options);
};
