import type { Happening } from './happening.ts';

type Explained = { readonly because: string[] };
type Learned = Explained & { readonly learnedAt: string | null };

const withId = (because: string[], id: string): string[] => (because.includes(id) ? because : [...because, id]);

/** The reasons of a row that one more event made what it is: oldest first, no doubles. */
export const alsoBecause = (row: Explained, happening: Happening): Explained => ({ because: withId(row.because, happening.event.id) });

/** The same for a row that says when it was learned: the last time that one of its events came late. */
export const learnedBecause = (row: Learned, happening: Happening): Learned => ({
  learnedAt: later(row.learnedAt, happening.late),
  because: withId(row.because, happening.event.id),
});

const later = (one: string | null, other: string | null): string | null => (one === null || (other !== null && other > one) ? other : one);

/** The reasons of several rows; whoever shows them puts them in order. */
export const becauseOfAll = (rows: readonly { readonly because: readonly string[] }[]): string[] => rows.flatMap((row) => row.because);
