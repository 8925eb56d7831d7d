import { describe, expect, it } from '@jest/globals';
import { domainWord, levelWord, roleWord } from './codes.ts';

describe('a code on the page', () => {
  it('is the word of the trade', () => {
    expect([roleWord('district-nurse'), levelWord('own-network'), domainWord('debt')]).toEqual(['Wijkverpleegkundige', 'Eigen netwerk', 'Schulden']);
  });

  it('is readable even where the page does not know it', () => {
    expect(roleWord('street-coach')).toBe('Street coach');
  });
});
