import { describe, it } from '@jest/globals';
import { SupporterAddedData, SupporterRemovedData } from '@kring/contracts';
import { fact } from '../deciding/decider.ts';
import { given } from '../testing/given.ts';
import { addSupporter, removeSupporter, supporters } from './supporters.ts';

const ans = { supporterId: 'ans', kind: 'volunteer', label: 'Ans, who reads the paper aloud', agreed: true } as const;
const added = fact(SupporterAddedData, ans);
const removed = fact(SupporterRemovedData, { supporterId: 'ans' });

describe('a supporter', () => {
  const supportersGiven = given(supporters);

  it('is brought in', () => supportersGiven().when((known) => addSupporter(ans, known)).then([added]));
  it('says nothing new when brought in twice', () => supportersGiven(added).when((known) => addSupporter(ans, known)).thenNothing());
  it('may come back', () => supportersGiven(added, removed).when((known) => addSupporter(ans, known)).then([added]));
  it('is not shown without having agreed', () => supportersGiven().when((known) => addSupporter({ ...ans, agreed: false }, known)).thenRefused('supporter-has-not-agreed'));
  it('is not two kinds of supporter at once', () => supportersGiven(added).when((known) => addSupporter({ ...ans, kind: 'connector' }, known)).thenRefused('supporter-already-present'));
  it('leaves, once', () => {
    supportersGiven(added).when((known) => removeSupporter({ supporterId: 'ans' }, known)).then([removed]);
    supportersGiven(added, removed).when((known) => removeSupporter({ supporterId: 'ans' }, known)).thenNothing();
  });
  it('does not leave without having come', () => supportersGiven().when((known) => removeSupporter({ supporterId: 'ans' }, known)).thenRefused('supporter-unknown'));
});
