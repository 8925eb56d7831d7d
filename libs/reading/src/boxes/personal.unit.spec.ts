import { describe, expect, it } from '@jest/globals';
import type { Sealed } from '@kring/household';
import { boxesIn, withPersonal } from './personal.ts';

const contents: Readonly<Record<string, unknown>> = {
  'e-1/members/0/name': 'Fenna de Vries',
  'e-1/address': { postcode: '1611AB', houseNumber: 12 },
  'e-2/label': 'buurvrouw',
};
const opened = ({ box, pointer }: Sealed): unknown => contents[`${box}${pointer}`];
const sealed = (box: string, pointer: string): Sealed => ({ box, pointer });

describe('opening what a circle refers to', () => {
  const circle = {
    householdId: 'h-1',
    address: { sealed: sealed('e-1', '/address'), masked: false },
    members: [{ personId: 'p_1', name: sealed('e-1', '/members/0/name'), birthDate: null, because: ['e-1'] }],
    supporters: [{ label: sealed('e-2', '/label'), agreed: true, until: null }],
  };

  it('puts the text in the place of its reference, and leaves the rest as it is', () => {
    expect(withPersonal(circle, opened)).toEqual({
      householdId: 'h-1',
      address: { postcode: '1611AB', houseNumber: 12, addition: null, masked: false },
      members: [{ personId: 'p_1', name: 'Fenna de Vries', birthDate: null, because: ['e-1'] }],
      supporters: [{ label: 'buurvrouw', agreed: true, until: null }],
    });
  });

  it('names each box once, and only those that are referred to', () => {
    expect([...boxesIn(circle)]).toEqual(['e-1', 'e-2']);
  });

  it('shows nothing where nothing can be opened', () => {
    expect(withPersonal(circle, () => undefined)).toMatchObject({
      address: { postcode: null, houseNumber: null, addition: null, masked: false }, members: [{ name: null }], supporters: [{ label: null }],
    });
  });

  it('does not open an address that is masked', () => {
    const masked = { address: { sealed: sealed('e-1', '/address'), masked: true } };
    expect(withPersonal(masked, opened)).toEqual({ address: { postcode: null, houseNumber: null, addition: null, masked: true } });
  });

  it('does not take another kind of content for a text', () => {
    expect(withPersonal({ name: sealed('e-1', '/address') }, opened)).toEqual({ name: null });
  });
});
