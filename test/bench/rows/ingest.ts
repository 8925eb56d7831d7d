import type { Plan } from '../harness/plan.ts';
import type { Stage } from '../harness/stage.ts';
import { emmettAppends } from './append.ts';

const modules = { kring: new URL('../contenders/kring-ingest.ts', import.meta.url), ceiling: new URL('../contenders/ingest-ceiling.ts', import.meta.url) };

const batch = 100;
const connections = 4;

/** What the whole way in costs, of a real hub over HTTP. */
export const ingestRow = (stage: Stage): Plan => {
  const { seconds, households } = stage.size;
  return {
    id: 'ingest',
    what: 'publish batches of 100 CloudEvents over HTTP with everything on',
    unit: 'events/s',
    goals: [
      { says: '≥ Emmett’s bare append of such batches', against: ['Emmett on SQLite', 'Emmett on PostgreSQL'], atLeast: 1 },
      { says: '≥ 50 % of the CPU ceiling', against: ['CPU ceiling, one core'], atLeast: 0.5 },
    ],
    entrants: [
      { name: 'Kring', role: 'ours', module: modules.kring, options: { folder: stage.newFolder('hub'), batch, connections, households, seconds } },
      { name: 'CPU ceiling, one core', role: 'limit', module: modules.ceiling, options: { batch, seconds } },
      ...emmettAppends(stage, { batch, writers: 1 }),
    ],
  };
};
