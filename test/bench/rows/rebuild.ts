import { join } from 'node:path';
import type { Entrant, Plan } from '../harness/plan.ts';
import { once } from '../harness/running.ts';
import type { Stage } from '../harness/stage.ts';

const modules = {
  history: new URL('../contenders/history-of.ts', import.meta.url),
  kring: new URL('../contenders/kring-rebuild.ts', import.meta.url),
  memory: new URL('../contenders/kring-memory.ts', import.meta.url),
  reading: new URL('../contenders/read-and-parse.ts', import.meta.url),
  emmettSqlite: new URL('../peers/sqlite/emmett-sqlite-consumer.mjs', import.meta.url),
  emmettPostgres: new URL('../peers/emmett-postgresql-consumer.mjs', import.meta.url),
};

/** No peer is waited for longer than this in a round; what it read by then counts. */
const mostSeconds = 15;
const most = { residentMiB: 512, times: 1.15 };

/** The log of a history of so many events, made when it is first asked for and shared by the rows. */
const historyOf = (stage: Stage, events: number): { readonly log: string; readonly make: () => Promise<void> } => {
  const log = stage.shared(join('histories', String(events)));
  return { log, make: async () => void (await once({ module: modules.history, options: { log, events } })) };
};

const consumers = (stage: Stage): Plan['entrants'] =>
  [false, true].flatMap((tuned) => {
    const options = () => ({ folder: stage.newFolder('emmett'), events: stage.size.peerHistory, mostSeconds, tuned });
    const how = tuned ? 'tuned' : 'by default';
    return [
      stage.peer(`Emmett’s consumer on SQLite, ${how}`, modules.emmettSqlite, options()),
      stage.peerOn('postgres', `Emmett’s consumer on PostgreSQL, ${how}`, { module: modules.emmettPostgres, options: options() }),
    ];
  });

/** All circles anew, beside reading alone and beside another's consumer. */
export const rebuildRow = (stage: Stage): Plan => {
  const events = stage.size.history;
  const { log, make } = historyOf(stage, events);
  return {
    id: 'rebuild',
    what: `rebuild the circles of ${events.toLocaleString('en')} events`,
    unit: 'events/s',
    prepare: make,
    goals: [
      { says: '≥ 30 × Emmett’s tuned consumer', against: ['Emmett’s consumer on SQLite, tuned', 'Emmett’s consumer on PostgreSQL, tuned'], atLeast: 30 },
      { says: '≥ 50 % of reading and parsing, per core', of: 'events per processor second', against: ['read and parse'], atLeast: 0.5 },
    ],
    entrants: [
      { name: 'Kring', role: 'ours', module: modules.kring, options: { log, folder: stage.newFolder('views'), events } },
      { name: 'read and parse', role: 'limit', module: modules.reading, options: { log, events } },
      ...consumers(stage),
    ],
  };
};

const memoryRow = (stage: Stage, events: number, fewer: number | undefined): Plan => {
  const histories = [events, ...(fewer === undefined ? [] : [fewer])].map((count) => ({ count, ...historyOf(stage, count) }));
  const told = (count: number): string => `${count.toLocaleString('en')} events`;
  const entrants = histories.map(({ count, log }, at): Entrant => ({
    name: at === 0 ? 'Kring' : told(count),
    role: at === 0 ? 'ours' : 'limit',
    module: modules.memory,
    options: { log, folder: stage.newFolder('views'), events: count },
    fresh: true,
  }));
  const resident = { says: `< ${most.residentMiB} MiB resident`, atMost: most.residentMiB };
  const flat = fewer === undefined ? [] : [{ says: `an event costs at most ${most.times} × what it costs among ${told(fewer)}`, of: 'µs an event', against: [told(fewer)], atMostTimes: most.times }];
  return {
    id: `memory-${events}`,
    what: `highest resident memory while ${told(events)} are rebuilt`,
    unit: 'MiB',
    warmUp: false,
    prepare: async () => {
      for (const { make } of histories) await make();
    },
    goals: [resident, ...flat],
    entrants,
  };
};

/** What a rebuild holds in memory, and whether an event costs the same after many as after few. */
export const memoryRows = (stage: Stage): readonly Plan[] => stage.size.histories.map((events, at) => memoryRow(stage, events, stage.size.histories[at - 1]));
