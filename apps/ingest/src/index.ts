export type { EventsParts } from './events.controller.ts';
export { IngestModule } from './ingest.module.ts';
export { Intake } from './intake.ts';
export { readBodies } from './media-types.ts';
