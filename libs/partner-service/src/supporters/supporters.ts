import { SupporterAddedData, SupporterRemovedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Content, Decider, Fact } from '../deciding/decider.ts';
import { refuse } from '../deciding/refusal.ts';

type Supporter = { readonly kind: string; readonly agreed: boolean; readonly present: boolean };
export type Supporters = ReadonlyMap<string, Supporter>;

/** Who stands beside the household without being paid for it, as far as this partner brought them in. */
export const supporters: Decider<Supporters, typeof SupporterAddedData | typeof SupporterRemovedData> = {
  initial: new Map(),
  listensTo: [SupporterAddedData, SupporterRemovedData],
  evolve: (known, event) => {
    const { supporterId } = event.data;
    if (event.type === SupporterAddedData.type) return new Map(known).set(supporterId, { kind: event.data.kind, agreed: event.data.agreed, present: true });
    const supporter = known.get(supporterId);
    return supporter ? new Map(known).set(supporterId, { ...supporter, present: false }) : known;
  },
};

/** Someone who left may come back under the same id: people do. */
export const addSupporter = (supporter: Content<typeof SupporterAddedData>, known: Supporters): Fact<typeof SupporterAddedData>[] => {
  if (!supporter.agreed) refuse('supporter-has-not-agreed', 'Ask first: a supporter is shown in the circle, and must agree to that.');
  const present = known.get(supporter.supporterId);
  if (!present?.present) return [fact(SupporterAddedData, supporter)];
  if (present.kind === supporter.kind) return [];
  return refuse('supporter-already-present', 'Someone of another kind is there under this id; take a new one.');
};

export const removeSupporter = (leaving: Content<typeof SupporterRemovedData>, known: Supporters): Fact<typeof SupporterRemovedData>[] => {
  const supporter = known.get(leaving.supporterId);
  if (!supporter) return refuse('supporter-unknown', 'Nobody was brought in under this id.');
  return supporter.present ? [fact(SupporterRemovedData, leaving)] : [];
};
