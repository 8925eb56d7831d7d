import type { SealedCircle } from '../event.ts';
import type { OpenData } from '../event-data.ts';
import type { Happening } from './happening.ts';
import type { Part } from './part.ts';

/** What the household can do itself or with its network, as it was last explored (S0.14). */
export type OwnStrength = { last: SealedCircle['ownStrength'] };

const explore = (ownStrength: OwnStrength, happening: Happening<OpenData['nl.kring.own-strength.explored.v1']>): void => {
  const { together, networkInvolved, result } = happening.data;
  ownStrength.last = { explored: true, together, networkInvolved, result, at: happening.when, because: [happening.event.id] };
};

export const ownStrengthPart: Part<OwnStrength> = { empty: () => ({ last: null }), on: { 'nl.kring.own-strength.explored.v1': explore } };
