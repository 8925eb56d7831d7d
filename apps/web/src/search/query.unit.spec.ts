import { describe, expect, it } from '@jest/globals';
import { emptyFields, readFields } from './query.ts';

describe('what someone types to find a household', () => {
  it('is an address, however the postcode is typed', () => {
    expect(readFields('address', { ...emptyFields, postcode: ' 1611 ab', houseNumber: '12 ', addition: ' A' })).toEqual({ query: { address: { postcode: '1611AB', houseNumber: 12, addition: 'A' } } });
  });

  it('leaves an empty addition out', () => {
    expect(readFields('address', { ...emptyFields, postcode: '1611AB', houseNumber: '12' })).toEqual({ query: { address: { postcode: '1611AB', houseNumber: 12 } } });
  });

  it('says which fields of an address are wrong', () => {
    expect(Object.keys((readFields('address', { ...emptyFields, houseNumber: '12A' }) as { errors: object }).errors)).toEqual(['postcode', 'houseNumber']);
  });

  it('is a BSN that passes the 11-test', () => {
    expect(readFields('bsn', { ...emptyFields, bsn: '9999.90.019' })).toEqual({ query: { bsn: '999990019' } });
    expect(readFields('bsn', { ...emptyFields, bsn: '999990018' })).toHaveProperty('errors.bsn');
  });

  it('is a name with a birth date', () => {
    expect(readFields('person', { ...emptyFields, name: ' Jo Smit ', birthDate: '1941-02-03' })).toEqual({ query: { name: 'Jo Smit', birthDate: '1941-02-03' } });
    expect(readFields('person', emptyFields)).toHaveProperty('errors.birthDate');
  });
});
