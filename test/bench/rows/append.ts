import type { Goal, Plan } from '../harness/plan.ts';
import type { Stage } from '../harness/stage.ts';
import type { AppendOptions } from '../load/append-load.ts';

const modules = {
  kring: new URL('../contenders/kring-append.ts', import.meta.url),
  rawLog: new URL('../contenders/raw-log.ts', import.meta.url),
  bareSqlite: new URL('../contenders/bare-sqlite.ts', import.meta.url),
  emmettSqlite: new URL('../peers/sqlite/emmett-sqlite-append.mjs', import.meta.url),
  emmettPostgres: new URL('../peers/emmett-postgresql-append.mjs', import.meta.url),
  eventStore: new URL('../peers/eventstoredb-append.mjs', import.meta.url),
};

const emmett = ['Emmett on SQLite', 'Emmett on PostgreSQL'];

/** Emmett's bare append, on each of its stores. */
export const emmettAppends = (stage: Stage, load: Pick<AppendOptions, 'batch' | 'writers'>): Plan['entrants'] => {
  const options = () => ({ ...load, seconds: stage.size.seconds, folder: stage.newFolder('emmett') });
  return [stage.peer('Emmett on SQLite', modules.emmettSqlite, options()), stage.peerOn('postgres', 'Emmett on PostgreSQL', { module: modules.emmettPostgres, options: options() })];
};

type Append = { readonly id: string; readonly what: string; readonly load: Pick<AppendOptions, 'batch' | 'writers'>; readonly goals: readonly Goal[] };

const appends: readonly Append[] = [
  { id: 'append-1', what: 'append events one by one, each durable before the next', load: { batch: 1, writers: 1 }, goals: [] },
  { id: 'append-100', what: 'append batches of 100', load: { batch: 100, writers: 1 }, goals: [] },
  {
    id: 'append-1000',
    what: 'append batches of 1,000',
    load: { batch: 1_000, writers: 1 },
    goals: [
      { says: '≥ 2 × Emmett at its best', against: emmett, atLeast: 2 },
      { says: '≥ 25 % of a raw log', against: ['raw log'], atLeast: 0.25 },
    ],
  },
  {
    id: 'append-64-writers',
    what: 'append single events, 64 writers at once',
    load: { batch: 1, writers: 64 },
    goals: [
      { says: '≥ 20 × Emmett at its best', against: emmett, atLeast: 20 },
      { says: '≥ 50 % of a raw log', against: ['raw log'], atLeast: 0.5 },
    ],
  },
];

const planOf = (stage: Stage, { id, what, load, goals }: Append): Plan => {
  const options = (name: string) => ({ ...load, seconds: stage.size.seconds, folder: stage.newFolder(name) });
  return {
    id,
    what,
    unit: 'events/s',
    goals,
    entrants: [
      { name: 'Kring', role: 'ours', module: modules.kring, options: options('kring') },
      { name: 'raw log', role: 'limit', module: modules.rawLog, options: options('log') },
      { name: 'bare SQLite', role: 'limit', module: modules.bareSqlite, options: options('sqlite') },
      ...emmettAppends(stage, load),
      stage.peerOn('eventStore', 'EventStoreDB', { module: modules.eventStore, options: options('eventstore') }),
    ],
  };
};

/** What storing costs: our store, a raw log as the measuring stick, SQLite itself, and the event stores that others use. */
export const appendRows = (stage: Stage): readonly Plan[] => appends.map((append) => planOf(stage, append));
