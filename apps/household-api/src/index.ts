export { HouseholdApiModule } from './household-api.module.ts';
export type { DwellingAddress, HouseholdIndex } from './household-index.ts';
export type { HouseholdApiParts } from './parts.ts';
