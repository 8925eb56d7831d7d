import { describe, expect, it } from '@jest/globals';
import { domainWord, levelWord, roleWord } from './codes.ts';
import { eventWord } from './events.ts';

describe('a code on the page', () => {
  it('is the word of the trade', () => {
    expect([roleWord('district-nurse'), levelWord('own-network'), domainWord('debt')]).toEqual(['Wijkverpleegkundige', 'Eigen netwerk', 'Schulden']);
  });

  it('is readable even where the page does not know it', () => {
    expect(roleWord('street-coach')).toBe('Street coach');
    expect(eventWord('nl.kring.street-coaches.met.v3')).toBe('Street coaches met');
  });

  it('is an event by its title', () => {
    expect(eventWord('nl.kring.visits.planned.v1')).not.toMatch(/visits/i);
  });
});
