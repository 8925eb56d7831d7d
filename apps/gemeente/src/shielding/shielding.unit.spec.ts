import { describe, it } from '@jest/globals';
import { ShieldingLiftedData, ShieldingSetData } from '@kring/contracts';
import { fact } from '@kring/partner-service';
import { given } from '@kring/partner-service/testing';
import { shield, shielding, unshield } from './shielding.ts';

const address = { scope: 'address' } as const;
const shielded = fact(ShieldingSetData, address);
const lifted = fact(ShieldingLiftedData, address);

describe('shielding', () => {
  const shieldingGiven = given(shielding);

  it('is set, once', () => {
    shieldingGiven().when((known) => shield(address, known)).then([shielded]);
    shieldingGiven(shielded).when((known) => shield(address, known)).thenNothing();
  });
  it('of the address is not that of the household', () => shieldingGiven(shielded).when((known) => shield({ scope: 'household' }, known)).then([fact(ShieldingSetData, { scope: 'household' })]));
  it('is lifted, once', () => {
    shieldingGiven(shielded).when((known) => unshield(address, known)).then([lifted]);
    shieldingGiven(shielded, lifted).when((known) => unshield(address, known)).thenNothing();
  });
  it('is set again after it was lifted', () => shieldingGiven(shielded, lifted).when((known) => shield(address, known)).then([shielded]));
  it('is not lifted where it was never set', () => shieldingGiven().when((known) => unshield(address, known)).thenRefused('not-shielded'));
});
