import { HouseholdGraph, idsIn, tellsIdentity } from '../identity/household-graph.ts';
import type { HouseholdEvent } from '../event.ts';

/** Which household a circle is asked for. Without `canonicalId` the merges among the events decide, as far as they were known. */
export type AskedFor = { readonly householdId?: string; readonly canonicalId?: string };

/** Under which ids the household goes; `ids` is null where the asker vouches that every event is this household's. */
export type Identity = { readonly householdId: string; readonly canonicalId: string; readonly ids: ReadonlySet<string> | null };

export const identityOf = (events: readonly HouseholdEvent[], { householdId, canonicalId }: AskedFor): Identity => {
  const asked = householdId ?? canonicalId ?? events[0]?.householdId ?? '';
  if (canonicalId !== undefined) return { householdId: asked, canonicalId, ids: null };
  const graph = HouseholdGraph.of(events);
  return { householdId: asked, canonicalId: graph.canonicalOf(asked), ids: new Set(graph.aliasesOf(asked)) };
};

/** A split is told of one household and concerns the others too. */
export const concerns = (event: HouseholdEvent, { ids }: Identity): boolean =>
  ids === null || ids.has(event.householdId) || (tellsIdentity(event.type) && idsIn(event).some((id) => ids.has(id)));
