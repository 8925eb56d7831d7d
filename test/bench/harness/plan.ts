import type { Figure, Missing } from './figure.ts';
import type { Entry } from './running.ts';

export type Role = 'ours' | 'peer' | 'limit';

export type Entrant = Entry & {
  readonly name: string;
  readonly role: Role;
  /** A new process for every round, where what a process has done before would count. */
  readonly fresh?: boolean;
};

/** One that cannot take part, and why; it is told in the table rather than left out. */
export type Absent = { readonly name: string; readonly role: Role; readonly absent: string };

/**
 * `atLeast` and `atMostTimes`: our figure divided by the largest of those it is held against. `atMost`: our figure itself, in its unit.
 * `of` names which figure; by default the main one.
 */
export type Goal =
  | { readonly says: string; readonly of?: string; readonly against: readonly string[]; readonly atLeast: number }
  | { readonly says: string; readonly of?: string; readonly against: readonly string[]; readonly atMostTimes: number }
  | { readonly says: string; readonly of?: string; readonly atMost: number };

export type Plan = {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly entrants: readonly (Entrant | Absent)[];
  readonly goals: readonly Goal[];
  /** Whether each is measured once before it counts; default true. */
  readonly warmUp?: boolean;
  /** Makes what the entrants need. */
  readonly prepare?: () => Promise<void>;
};

/** A figure with those that came with it, such as `p99` beside the median. */
export type Figures = Figure & { readonly [more: string]: Figure | number };

/** A line of the table: the shape that `--json` prints. */
export type Row = {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: Figures | Missing;
  readonly peers: Readonly<Record<string, Figures | Missing>>;
  readonly limit: Readonly<Record<string, Figures | Missing>>;
  /** Ours divided by theirs, of the medians. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly goal: string | null;
  /** Null where there is no goal, or where what it is held against could not be measured. */
  readonly met: boolean | null;
};
