import { circleAt, type RulesOfArea, type SealedCircle } from '@kring/household';
import type { CircleRow, Gaps, HouseholdView } from '@kring/projection-runtime';
import { versionOf } from '../circle/version.ts';
import type { Times } from '../circle/circle-query.ts';

export type Present = { readonly circle: SealedCircle; readonly version: string };

/** A merged id keeps answering: with the circle of what it is part of now, under its own name. */
const askedAs = (circle: SealedCircle, householdId: string): SealedCircle =>
  householdId === circle.canonicalId ? circle : { ...circle, householdId, state: 'merged' };

/** Holes in a publisher's numbering run over all households, so they are counted beside the circles and come in here. */
const withGaps = (circle: SealedCircle, gaps: Gaps): SealedCircle =>
  circle.freshness.some(({ organisation }) => (gaps[organisation] ?? 0) > 0)
    ? { ...circle, freshness: circle.freshness.map((row) => ({ ...row, gaps: gaps[row.organisation] ?? 0 })) }
    : circle;

/** The circle of a row as it is now. Where time has changed it since it was drawn, it is drawn again from its history. */
export const presentOf = async (householdId: string, row: CircleRow, now: Date, view: HouseholdView, rules: RulesOfArea): Promise<Present> => {
  const asOf = now.toISOString();
  const gaps = await view.gaps();
  if (row.changesAt === null || row.changesAt > asOf) {
    return { circle: withGaps(askedAs({ ...row.circle, asOf, knownAt: asOf }, householdId), gaps), version: versionOf(row) };
  }
  const { circle } = circleAt(await view.history(row.cluster), { householdId, asOf, knownAt: asOf }, rules);
  return { circle: withGaps(circle, gaps), version: versionOf({ circle, drawnByTime: asOf }) };
};

/** The circle as it was, or as it was known. Null where nothing of the household was known then. */
export const pastOf = async (householdId: string, row: CircleRow, times: NonNullable<Times>, view: HouseholdView, rules: RulesOfArea): Promise<SealedCircle | null> => {
  const history = await view.history(row.cluster);
  const known = Date.parse(times.knownAt);
  if (!history.some(({ recordedAt }) => Date.parse(recordedAt) <= known)) return null;
  return circleAt(history, { householdId, ...times }, rules).circle;
};
