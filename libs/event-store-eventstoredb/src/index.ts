export { openEventStoreDb, type EventStoreDbOptions } from './event-store-db.ts';
export type { TimeOuts } from './limits.ts';
export { StreamTombstoned } from './stream-tombstoned.ts';
