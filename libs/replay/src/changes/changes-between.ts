import type { SealedCircle } from '@kring/household';
import { rowsOf, type Fields, type KeyedRows, type Section } from './rows.ts';

/**
 * What became of one row of a circle. An added row has no `before`, a removed one no `after`; of a row that changed, both have
 * the fields that differ and nothing else, so that the change can be followed in both directions.
 */
export type Change = {
  readonly section: Section;
  /** Which row; empty for what there is one of. */
  readonly key: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly before: Fields | null;
  readonly after: Fields | null;
};

export const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

const fieldsThatDiffer = (before: Fields, after: Fields): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !same(before[field], after[field]));

const only = (row: Fields, fields: readonly string[]): Fields => Object.fromEntries(fields.filter((field) => field in row).map((field) => [field, row[field]]));

const changeOf = (section: Section, key: string, before: Fields | undefined, after: Fields | undefined): readonly Change[] => {
  if (!before) return after ? [{ section, key, change: 'added', before: null, after }] : [];
  if (!after) return [{ section, key, change: 'removed', before, after: null }];
  const fields = fieldsThatDiffer(before, after);
  return fields.length === 0 ? [] : [{ section, key, change: 'changed', before: only(before, fields), after: only(after, fields) }];
};

const none: KeyedRows = new Map();

/** What differs between two circles of one household; null stands for nothing being known yet. */
export const changesBetween = (before: SealedCircle | null, after: SealedCircle | null): Change[] => {
  const [was, is] = [before && rowsOf(before), after && rowsOf(after)];
  const sections = [...(is ?? was ?? new Map<Section, KeyedRows>()).keys()];
  return sections.flatMap((section) => {
    const [former, present] = [was?.get(section) ?? none, is?.get(section) ?? none];
    return [...new Set([...former.keys(), ...present.keys()])].flatMap((key) => changeOf(section, key, former.get(key), present.get(key)));
  });
};
