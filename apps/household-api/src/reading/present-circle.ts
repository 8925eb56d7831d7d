import { circleAt, type RulesOfArea, type SealedCircle } from '@kring/household';
import type { CircleRow, HouseholdView } from '@kring/projection-runtime';
import { versionOf } from '../circle/version.ts';
import type { Times } from '../circle/circle-query.ts';

export type Present = { readonly circle: SealedCircle; readonly version: string };

/** A merged id keeps answering: with the circle of what it is part of now, under its own name. */
const askedAs = (circle: SealedCircle, householdId: string): SealedCircle =>
  householdId === circle.canonicalId ? circle : { ...circle, householdId, state: 'merged' };

/** The circle of a row as it is now. Where time has changed it since it was drawn, it is drawn again from its history. */
export const presentOf = async (householdId: string, row: CircleRow, now: Date, view: HouseholdView, rules: RulesOfArea): Promise<Present> => {
  const asOf = now.toISOString();
  if (row.changesAt === null || row.changesAt > asOf) {
    return { circle: askedAs({ ...row.circle, asOf, knownAt: asOf }, householdId), version: versionOf(row) };
  }
  const { circle } = circleAt(await view.history(row.cluster), { householdId, asOf, knownAt: asOf }, rules);
  return { circle, version: versionOf({ circle, drawnByTime: asOf }) };
};

/** The circle as it was, or as it was known. Null where nothing of the household was known then. */
export const pastOf = async (householdId: string, row: CircleRow, times: NonNullable<Times>, view: HouseholdView, rules: RulesOfArea): Promise<SealedCircle | null> => {
  const history = await view.history(row.cluster);
  const known = Date.parse(times.knownAt);
  if (!history.some(({ recordedAt }) => Date.parse(recordedAt) <= known)) return null;
  return circleAt(history, { householdId, ...times }, rules).circle;
};
