import type { ProjectionDefinition } from './definition.ts';
import type { ProjectionHandle, ProjectionOptions } from './projection-handle.ts';
import { ProjectionRun } from './projection-run.ts';

/**
 * Runs a projection in this process until it is stopped: claims it, follows the feed from its checkpoint, and keeps trying
 * when a store is away.
 */
export const runProjection = (definition: ProjectionDefinition, options: ProjectionOptions): ProjectionHandle =>
  new ProjectionRun(definition.name, async () => ({ definition, viewStore: options.viewStore, overlap: false, ...(await options.viewStore.claim(definition.name)) }), options);
