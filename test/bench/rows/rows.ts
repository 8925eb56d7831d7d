import type { Plan } from '../harness/plan.ts';
import type { Stage } from '../harness/stage.ts';
import { appendRows } from './append.ts';
import { ingestRow } from './ingest.ts';
import { visibleRows } from './visible.ts';

/** Every row, in the order in which they are measured. */
export const plans = (stage: Stage): readonly Plan[] => [...appendRows(stage), ingestRow(stage), ...visibleRows(stage)];
