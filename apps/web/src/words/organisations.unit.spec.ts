import { describe, expect, it } from '@jest/globals';
import { listed, nameOf } from './organisations.ts';

describe('the name of an organisation', () => {
  it('is written as its people write it', () => {
    expect(['ons-stede-broec', 'mee-drenthe', 'oggz', 'buurthuis-de-bron'].map(nameOf)).toEqual(['Ons Stede Broec', 'MEE Drenthe', 'OGGz', 'Buurthuis De Bron']);
  });

  it('stands in a list with a word between the last two', () => {
    expect(listed(['Omring', 'De Woonschakel', 'MEE'])).toBe('Omring, De Woonschakel en MEE');
  });
});
