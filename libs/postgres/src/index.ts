export { Database, type Bounds, type Row } from './database.ts';
export { DatabaseUnusable } from './fault.ts';
export type { Connection, Migrations } from './migrate.ts';
export { schemaNamed } from './schema-name.ts';
export { numberIn, sessionUrl } from './session-url.ts';
