export { startEventStoreDouble } from './event-store-double.ts';
export type { DoubleOptions, EventStoreDouble } from './event-store-double.ts';
export type { Failures } from './failures.ts';
