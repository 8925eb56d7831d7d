import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.ts';
import { assigned, handedOver, released } from '../testing/story.ts';

describe('A02, two contact persons', () => {
  const first = assigned('gemeente-assen', '2026-10-01');
  const second = assigned('noordermaat', '2026-10-05');

  it('is raised at once, and urgent, when another organisation assigns one too', () => {
    const story = given(first, second);
    expect(story.at('2026-10-04').alerts('A02')).toEqual([]);
    expect(story.at('2026-10-06').alerts('A02')).toMatchObject([
      { name: 'two-contact-persons', severity: 'urgent', since: '2026-10-05T12:00:00.000Z', organisations: ['gemeente-assen', 'noordermaat'], actor: 'each-involved', because: [first.id, second.id] },
    ]);
  });

  it('is not raised when an organisation assigns another of its own', () => expect(given(first, assigned('gemeente-assen', '2026-10-05', { by: 'w-2' })).at('2026-10-06').alerts('A02')).toEqual([]));

  it('is cleared when one remains, by release or by hand-over to the other', () => {
    expect(given(first, second, released('gemeente-assen', '2026-10-07')).at('2026-10-08').alerts('A02')).toEqual([]);
    expect(given(first, second, handedOver('gemeente-assen', '2026-10-07', 'w-gemeente-assen', 'w-noordermaat', 'noordermaat')).at('2026-10-08').alerts('A02')).toEqual([]);
  });

  it('stands since there have been two, also when a third joins and one leaves', () => {
    const story = given(first, second, assigned('omring', '2026-10-08'), released('noordermaat', '2026-10-10'));
    expect(story.at('2026-10-11').alerts('A02')).toMatchObject([{ since: '2026-10-05T12:00:00.000Z', organisations: ['gemeente-assen', 'omring'] }]);
  });

  it('begins anew after there was one again', () =>
    expect(given(first, second, released('noordermaat', '2026-10-07'), assigned('omring', '2026-10-09')).at('2026-10-10').alerts('A02')).toMatchObject([{ since: '2026-10-09T12:00:00.000Z' }]));
});
