export { HouseholdProjection, type DrawCircle, type Drawn, type HouseholdProjectionParts } from './household-view/household-projection.ts';
