import { OwnStrengthExploredData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import type { Circumstances, Content, Decider, Fact, Past } from '../deciding/decider.ts';

export type OwnStrength = readonly Past<typeof OwnStrengthExploredData>[];

export const ownStrength: Decider<OwnStrength, typeof OwnStrengthExploredData> = {
  initial: [],
  listensTo: [OwnStrengthExploredData],
  evolve: (explored, event) => [...explored, event],
};

/** May be explored anew at any time: what people can do changes. The same moment with the same result is the same talk. */
export const exploreOwnStrength = (talk: Content<typeof OwnStrengthExploredData>, explored: OwnStrength, { occurredAt }: Circumstances): Fact<typeof OwnStrengthExploredData>[] => {
  const same = explored.some(({ data, occurredAt: at }) => at === occurredAt && data.result === talk.result && data.together === talk.together && data.networkInvolved === talk.networkInvolved);
  return same ? [] : [fact(OwnStrengthExploredData, talk)];
};
