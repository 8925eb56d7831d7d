import type { Change } from '../changes/changes-between.ts';

type Row = Record<string, unknown>;

/** What someone knows of a circle who was told nothing but its changes. */
export type Followed = ReadonlyMap<string, Row>;

const merged = (row: Row, leaving: Readonly<Row>, taking: Readonly<Row>): Row => {
  const kept = Object.entries(row).filter(([field]) => !(field in leaving) || field in taking);
  return { ...Object.fromEntries(kept), ...taking };
};

/** The rows after these changes, or before them when they are followed back. */
export const follow = (known: Followed, changes: readonly Change[], direction: 'forwards' | 'backwards'): Followed => {
  const rows = new Map(known);
  for (const { section, key, before, after } of changes) {
    const [leaving, taking] = direction === 'forwards' ? [before, after] : [after, before];
    const name = `${section}/${key}`;
    if (taking === null) rows.delete(name);
    else rows.set(name, merged(rows.get(name) ?? {}, leaving ?? {}, taking));
  }
  return rows;
};
