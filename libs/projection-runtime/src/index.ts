export { defaultRetry, type RetryPolicy } from './back-off.ts';
export { ChangeSet } from './change-set.ts';
export {
  noStep, type LeftOut, type Pace, type PinnableView, type ProjectionDefinition, type ProjectionStep, type RebuildableDefinition, type RowKey, type TimedStep, type Undone, type ViewChange,
  type ViewProgress, type ViewReader,
} from './definition.ts';
export type { Difference, Differences } from './generations/comparison.ts';
export { RebuildRefused, type RebuildOptions, type RebuildReport, type RebuildStage, type RefusalRule } from './generations/rebuild-report.ts';
export { runRebuildable, type RebuildableOptions, type Rebuilds } from './generations/rebuilds.ts';
export { ServingView } from './generations/serving-view.ts';
export { householdEventOf, householdIdOf, householdIdsIn, sealedBoxOf, type SealedBox } from './household-event.ts';
export { areaTerm, codeTerm, organisationTerm, readerTerm } from './household-view/alert-terms.ts';
export { HouseholdView, type FoundAlert } from './household-view/household-view.ts';
export {
  atOnce, boxKey, boxRow, circleRow, clusterRows, decode, dueIn, dueKey, dueRow, dueUpTo, encode, gapsKey, historyKey, historyRow, householdCollections, householdViewName, isMerged,
  type AlertLine, type BoxRow, type CircleRow, type Gaps, type MergedRow, type SequenceRow,
} from './household-view/rows.ts';
export { parkedCollection, parkedEventOf, type ParkedEvent, type ParkedPage } from './parking.ts';
export type { ProjectionHandle, ProjectionOptions, ProjectionState } from './projection-handle.ts';
export type { Redriven } from './redrive.ts';
export { RowsInMemory } from './rows-in-memory.ts';
export { runInline, type InlineProjection } from './run-inline.ts';
export { runProjection } from './run-projection.ts';
