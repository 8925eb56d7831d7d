export { HouseholdProjection, type HouseholdProjectionParts } from './household-view/household-projection.ts';
