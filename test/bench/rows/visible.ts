import type { Goal, Plan } from '../harness/plan.ts';
import type { Stage } from '../harness/stage.ts';

const module = new URL('../contenders/kring-visible.ts', import.meta.url);

const goals: Readonly<Record<number, readonly Goal[]>> = {
  1_000: [
    { says: 'p50 ≤ 5 ms', atMost: 5 },
    { says: 'p99 ≤ 25 ms', of: 'p99', atMost: 25 },
  ],
};

/** From an acknowledged event to its circle at a reader. */
export const visibleRows = (stage: Stage): readonly Plan[] =>
  stage.size.visibleRates.map((rate) => ({
    id: `visible-${rate}`,
    what: `acknowledged to visible, at ${rate.toLocaleString('en')} single events a second`,
    unit: 'ms, p50',
    goals: goals[rate] ?? [],
    entrants: [{ name: 'Kring', role: 'ours', module, options: { folder: stage.newFolder('hub'), rate, seconds: stage.size.visibleSeconds } }],
  }));
