export { HouseholdProjection, type HouseholdProjectionParts } from './household-view/household-projection.ts';
export type { OperatedProjection, ProjectionStatus } from './operating/operated-projections.ts';
export { ProjectionsModule } from './operating/projections.module.ts';
