import { describe, expect, it } from '@jest/globals';
import { circlePath, pageAt } from './path.ts';

describe('the address bar', () => {
  it('leads to the circle of a household', () => {
    expect(pageAt(circlePath('018f-a1'))).toEqual({ at: 'circle', householdId: '018f-a1' });
  });

  it('leads to the worklist and to the search page', () => {
    expect([pageAt('/'), pageAt('/meldingen')]).toEqual([{ at: 'search' }, { at: 'worklist' }]);
  });

  it('leads nowhere with anything that cannot be the id of a household', () => {
    expect(pageAt('/huishoudens/Jan de Vries')).toEqual({ at: 'nowhere' });
    expect(pageAt('/huishoudens/')).toEqual({ at: 'nowhere' });
  });
});
