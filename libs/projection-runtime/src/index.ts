export { defaultRetry, type RetryPolicy } from './back-off.ts';
export { ChangeSet } from './change-set.ts';
export { noStep, type Pace, type ProjectionDefinition, type ProjectionStep, type RowKey, type TimedStep, type Undone, type ViewChange, type ViewProgress, type ViewReader } from './definition.ts';
export { householdEventOf, householdIdsIn, sealedBoxOf } from './household-event.ts';
export { areaTerm, codeTerm, organisationTerm, readerTerm } from './household-view/alert-terms.ts';
export { HouseholdView, type FoundAlert } from './household-view/household-view.ts';
export {
  atOnce, boxRow, circleRow, clusterRows, decode, dueIn, dueKey, dueRow, dueUpTo, encode, gapsKey, historyRow, householdCollections, householdViewName, isMerged,
  type AlertLine, type BoxRow, type CircleRow, type Gaps, type MergedRow, type SequenceRow,
} from './household-view/rows.ts';
export { parkedCollection, parkedEventOf, type ParkedEvent } from './parking.ts';
export type { ProjectionHandle, ProjectionOptions, ProjectionState } from './projection-handle.ts';
export type { Redriven } from './redrive.ts';
export { runProjection } from './run-projection.ts';
