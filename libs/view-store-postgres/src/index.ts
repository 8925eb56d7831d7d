export { openPostgresViewStore, type PostgresViewStoreOptions } from './postgres-view-store.ts';
