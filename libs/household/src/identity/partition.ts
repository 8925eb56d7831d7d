import type { Instant } from '../time/amsterdam.ts';

/** A merge or a split: `ids` are the household that it was told of, and the others. */
export type Bond = { readonly kind: 'merge' | 'split'; readonly at: Instant; readonly uuid: string; readonly ids: readonly string[] };

/** When they happened; at one instant merges before splits, so that a split undoes what it was told together with. */
const inOrder = (one: Bond, other: Bond): number => {
  if (one.at !== other.at) return one.at - other.at;
  if (one.kind !== other.kind) return one.kind === 'merge' ? -1 : 1;
  return one.uuid < other.uuid ? -1 : 1;
};

type Groups = Map<string, Set<string>>;

const merge = (groups: Groups, ids: readonly string[]): void => {
  const whole = new Set(ids.flatMap((id) => [...(groups.get(id) ?? [id])]));
  for (const id of whole) groups.set(id, whole);
};

/** Each id that a household is split into stands alone from then on; the household keeps its other aliases. */
const split = (groups: Groups, [household, ...into]: readonly string[]): void => {
  for (const id of into) {
    const group = groups.get(id);
    if (id === household || !group?.has(household ?? '')) continue;
    group.delete(id);
    groups.set(id, new Set([id]));
  }
};

/** Who is one household with whom, after all merges and splits: for each id, the ids of its household in order. */
export const partition = (ids: ReadonlySet<string>, bonds: readonly Bond[]): ReadonlyMap<string, readonly string[]> => {
  const groups: Groups = new Map([...ids].map((id) => [id, new Set([id])]));
  for (const bond of [...bonds].sort(inOrder)) (bond.kind === 'merge' ? merge : split)(groups, bond.ids);
  return new Map([...groups].map(([id, group]) => [id, [...group].sort()]));
};
