import { HouseholdSplitData, HouseholdsMergedData } from '@kring/contracts';
import { fact, refuse, unfit } from '@kring/partner-service';
import type { Content, Fact } from '@kring/partner-service';
import { mustBeRegistered } from './household.ts';
import type { Household } from './household.ts';

/** `itself` is the id under which the command named the household, where it did. */
type About = { readonly household: Household; readonly itself: string | undefined };

/** Households that turn out to be one: theirs go into this one, and their ids keep answering. */
export const mergeHouseholds = ({ from }: Content<typeof HouseholdsMergedData>, { household, itself }: About): Fact<typeof HouseholdsMergedData>[] => {
  const { mergedFrom } = mustBeRegistered(household);
  if (itself !== undefined && from.includes(itself)) unfit('merged-with-itself', '/from', 'A household is not merged with itself.');
  const others = from.filter((id) => !mergedFrom.includes(id));
  return others.length === 0 ? [] : [fact(HouseholdsMergedData, { from: others })];
};

/** Some go on as a household of their own, as after a divorce. */
export const splitHousehold = (split: Content<typeof HouseholdSplitData>, { household, itself }: About): Fact<typeof HouseholdSplitData>[] => {
  const { splitInto } = mustBeRegistered(household);
  const ids = split.into.map(({ householdId }) => householdId);
  if (new Set(ids).size < ids.length) unfit('split-twice-into-one', '/into', 'Each part gets an id of its own.');
  if (itself !== undefined && ids.includes(itself)) unfit('split-into-itself', '/into', 'Name the parts that leave; the rest stays under its own id.');
  const known = ids.filter((id) => splitInto.includes(id));
  if (known.length === ids.length) return [];
  if (known.length > 0) refuse('already-split-off', 'Some of these were split off before; name only the others.');
  return [fact(HouseholdSplitData, split)];
};
