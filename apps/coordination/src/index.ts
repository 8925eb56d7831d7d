export { runCoordination, type CoordinationParts, type RunningCoordination } from './run-coordination.ts';
