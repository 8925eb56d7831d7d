import { fileURLToPath } from 'node:url';
import type { Entrant, Plan } from '../harness/plan.ts';
import type { Stage } from '../harness/stage.ts';

const modules = { hub: new URL('../contenders/hub-start.ts', import.meta.url), command: new URL('../contenders/command-start.ts', import.meta.url) };
const kring = fileURLToPath(new URL('../../../apps/cli/bin/kring.mjs', import.meta.url));
const times = 5;

const bareNode: Entrant = { name: 'bare Node', role: 'limit', module: modules.command, options: { words: ['--eval', '0'], times } };

/** How long one waits before anything can be done. */
export const startRows = (stage: Stage): readonly Plan[] => {
  const hub = (again: boolean): Entrant => ({ name: 'Kring', role: 'ours', module: modules.hub, options: { folder: stage.newFolder('start'), again } });
  const row = (id: string, what: string, entrant: Entrant): Plan => ({ id, what, unit: 'ms', goals: [], entrants: [entrant, bareNode] });
  return [
    row('start-first', 'first start of an installed hub, until it takes requests and its demonstration is told', hub(false)),
    row('start-again', 'start of an installed hub on the data it has', hub(true)),
    row('start-command', 'start of the `kring` command', { name: 'Kring', role: 'ours', module: modules.command, options: { words: [kring, '--version'], times } }),
  ];
};
