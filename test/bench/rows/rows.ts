import type { Plan } from '../harness/plan.ts';
import type { Stage } from '../harness/stage.ts';
import { appendRows } from './append.ts';
import { circleRows } from './circle.ts';
import { ingestRow } from './ingest.ts';
import { memoryRows, rebuildRow } from './rebuild.ts';
import { startRows } from './start.ts';
import { visibleRows } from './visible.ts';

/** Every row, in the order in which they are measured. */
export const plans = (stage: Stage): readonly Plan[] => [
  ...appendRows(stage), ingestRow(stage), ...visibleRows(stage), rebuildRow(stage), ...memoryRows(stage), ...circleRows(stage), ...startRows(stage),
];
