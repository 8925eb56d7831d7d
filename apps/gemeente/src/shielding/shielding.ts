import { ShieldingLiftedData, ShieldingSetData } from '@kring/contracts';
import { fact, refuse } from '@kring/partner-service';
import type { Content, Decider, Fact } from '@kring/partner-service';

/** Per scope whether it is shielded now, or was once. */
export type Shielding = ReadonlyMap<string, 'shielded' | 'lifted'>;

export const shielding: Decider<Shielding, typeof ShieldingSetData | typeof ShieldingLiftedData> = {
  initial: new Map(),
  listensTo: [ShieldingSetData, ShieldingLiftedData],
  evolve: (known, { type, data }) => new Map(known).set(data.scope, type === ShieldingSetData.type ? 'shielded' : 'lifted'),
};

/** The resident asked for secrecy (geheimhouding): nobody learns this from the hub. It needs no registration, for it cannot wait for one. */
export const shield = ({ scope }: Content<typeof ShieldingSetData>, known: Shielding): Fact<typeof ShieldingSetData>[] =>
  known.get(scope) === 'shielded' ? [] : [fact(ShieldingSetData, { scope })];

export const unshield = ({ scope }: Content<typeof ShieldingLiftedData>, known: Shielding): Fact<typeof ShieldingLiftedData>[] => {
  const state = known.get(scope);
  if (state === undefined) return refuse('not-shielded', 'This was never shielded; look at scope.');
  return state === 'lifted' ? [] : [fact(ShieldingLiftedData, { scope })];
};
