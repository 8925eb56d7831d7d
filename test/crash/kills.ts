import { oneOf, whole, type Chance } from '../support/chance.ts';

/** When and how a hub is killed, and what of its files the cut takes along. */
export type Kill = {
  readonly name: string;
  /** `<file>:<before|after>:<n>`: at the n-th commit of that file; see kill-at.mjs. Without it, at a moment. */
  readonly at?: string;
  /** Milliseconds from when the hub is ready, or else from its start; with `at`, how long to wait for that commit. */
  readonly afterMs: number;
  readonly whileStarting?: boolean;
  /** `log`: of the last transaction of the log, which nobody was answered about, only a part reached the disk. `views`: of what is not promised to be durable, anything may be lost. */
  readonly torn?: 'log' | 'views';
};

const waitMs = 4_000;
type Draw = (chance: Chance) => Kill;

const atCommit = (name: string, [file, side]: readonly [string, 'before' | 'after'], [least, most]: readonly [number, number], torn?: Kill['torn']): Draw =>
  (chance) => ({ name, at: `${file}:${side}:${whole(chance, least, most)}`, afterMs: waitMs, ...(torn ? { torn } : {}) });

/** The first two commits of the keys are those of every start; the third is the first that makes keys, for the households that are new in each life. */
const firstKeys = [3, 4] as const;
const early = [1, 40] as const;

const ways: readonly Draw[] = [
  (chance) => ({ name: 'at any moment', afterMs: whole(chance, 0, 700) }),
  (chance) => ({ name: 'at any moment, soon', afterMs: whole(chance, 0, 120) }),
  (chance) => ({ name: 'while it starts', afterMs: whole(chance, 50, 1_500), whileStarting: true }),
  atCommit('before the log is synced', ['events.db', 'before'], early),
  atCommit('after the log is synced and before the answer', ['events.db', 'after'], early),
  atCommit('while the log is synced', ['events.db', 'after'], early, 'log'),
  atCommit('before the projection commits', ['views.db', 'before'], early),
  atCommit('after the projection commits', ['views.db', 'after'], early),
  atCommit('before the index of the door commits', ['door.db', 'before'], early),
  atCommit('after the index of the door commits', ['door.db', 'after'], early),
  atCommit('before keys are made', ['keys.db', 'before'], firstKeys),
  atCommit('between making keys and using them', ['keys.db', 'after'], firstKeys),
  (chance) => ({ name: 'by a power cut that takes what was not synced', afterMs: whole(chance, 50, 500), torn: 'views' }),
];

/** So many kills: every way comes before any comes again, in an order of chance. */
export const killsFrom = (chance: Chance, count: number): readonly Kill[] => {
  const kills: Kill[] = [];
  let left: Draw[] = [];
  while (kills.length < count) {
    if (left.length === 0) left = [...ways];
    const way = oneOf(chance, left);
    left = left.filter((one) => one !== way);
    kills.push(way(chance));
  }
  return kills;
};
