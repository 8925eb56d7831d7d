import { describe, it } from '@jest/globals';
import { OwnStrengthExploredData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given, happened } from '../testing/given.ts';
import { exploreOwnStrength, ownStrength } from './own-strength.ts';

const talk = { together: true, networkInvolved: false, result: 'support-needed' } as const;
const explored = fact(OwnStrengthExploredData, talk);
const thisMoment = '2026-03-03T08:00:00.000Z';

describe('own strength', () => {
  const talksGiven = given(ownStrength);

  it('is explored anew when things change', () => talksGiven(explored).when((known, at) => exploreOwnStrength(talk, known, at)).then([explored]));
  it('says nothing new when the same talk is sent twice', () => talksGiven(happened(thisMoment, explored)).when((known, at) => exploreOwnStrength(talk, known, at)).thenNothing());
});
