export { openEmbeddedEventStore, type EmbeddedEventStoreOptions } from './embedded-event-store.ts';
