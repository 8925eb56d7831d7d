import { decode, encode, householdCollections, type CircleRow, type MergedRow } from '@kring/projection-runtime';

/** A circle says when it was drawn, and a view that is made later draws it later; all else of every row follows from the events. */
export const comparableRow = (collection: string, value: Uint8Array): Uint8Array => {
  if (collection !== householdCollections.circle) return value;
  const row = decode<CircleRow | MergedRow>(value);
  return 'circle' in row ? encode({ ...row, drawnByTime: null, circle: { ...row.circle, asOf: '', knownAt: '' } }) : value;
};
