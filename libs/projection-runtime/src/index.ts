export { defaultRetry, type RetryPolicy } from './back-off.ts';
export { noStep, type ProjectionDefinition, type ProjectionStep, type RowKey, type TimedStep, type ViewChange, type ViewProgress, type ViewReader } from './definition.ts';
export { householdEventOf, sealedBoxOf } from './household-event.ts';
export { parkedCollection, parkedEventOf, type ParkedEvent } from './parking.ts';
export type { ProjectionHandle, ProjectionOptions, ProjectionState } from './projection-handle.ts';
export type { Redriven } from './redrive.ts';
export { runProjection } from './run-projection.ts';
