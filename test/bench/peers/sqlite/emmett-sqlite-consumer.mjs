import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { getSQLiteEventStore } from '@event-driven-io/emmett-sqlite';
import { consumerLoad, pulling } from '../../load/consumer-load.ts';
import { storedEvents } from '../../load/stored-event.ts';

const batch = 500;
const triesOfAppend = 20;

/** Some appends fail with SQLITE_BUSY where nobody else writes; those are made again. */
const append = async (store, events, tries = triesOfAppend) => {
  try {
    await store.appendToStream(`omring-${randomUUID()}`, events);
  } catch (error) {
    if (tries === 0) throw error;
    await append(store, events, tries - 1);
  }
};

/** Emmett's consumer on SQLite, with a handler that does nothing. */
export const open = async (options) => {
  const store = getSQLiteEventStore({ fileName: join(options.folder, 'emmett.db'), schema: { autoMigration: 'CreateOrUpdate' } });
  for (let stored = 0; stored < options.events; stored += batch) {
    await append(store, storedEvents(Math.min(batch, options.events - stored)).map(({ type, data, metadata }) => ({ type, data, metadata })));
  }
  const consume = async (each) => {
    const consumer = store.consumer(options.tuned ? { pulling } : {});
    consumer.processor({ processorId: randomUUID(), startFrom: 'BEGINNING', eachMessage: each });
    const running = consumer.start().catch(() => undefined);
    return async () => {
      await consumer.stop();
      await running;
    };
  };
  return consumerLoad(consume, async () => undefined, options);
};
