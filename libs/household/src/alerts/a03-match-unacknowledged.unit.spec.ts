import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.ts';
import { acknowledged, agreed, assigned, detected, matchClosed } from '../testing/story.ts';

describe('A03, a match that is not taken up', () => {
  const match = detected('2026-10-02', ['omring', 'noordermaat']);

  it('is raised when an organisation has not acknowledged after five working days', () => {
    const story = given(match, acknowledged('omring', '2026-10-05'));
    expect(story.at('2026-10-09T21:59:59Z').alerts('A03')).toEqual([]);
    expect(story.at('2026-10-05').changesAt).toBe('2026-10-09T22:00:00.000Z');
    expect(story.at('2026-10-09T22:00:00Z').alerts('A03')).toMatchObject([{ severity: 'warning', since: '2026-10-09T22:00:00.000Z', actor: 'noordermaat', organisations: ['omring', 'noordermaat'], because: [match.id, acknowledged('omring', '2026-10-05').id] }]);
  });

  it('is cleared when each has acknowledged', () => expect(given(match, acknowledged('omring', '2026-10-05'), acknowledged('noordermaat', '2026-10-12')).at('2026-10-13').alerts('A03')).toEqual([]));

  it('is raised again, urgent, when no coordination is agreed after ten', () => {
    const story = given(match, acknowledged('omring', '2026-10-05'), acknowledged('noordermaat', '2026-10-12'));
    expect(story.at('2026-10-16T21:59:59Z').alerts('A03')).toEqual([]);
    expect(story.at('2026-10-16T22:00:00Z').alerts('A03')).toMatchObject([{ severity: 'urgent', since: '2026-10-16T22:00:00.000Z', actor: 'each-involved' }]);
  });

  it('stands on from the first term where nobody did anything', () =>
    expect(given(assigned('omring', '2026-09-01'), match).at('2026-10-20').alerts('A03')).toMatchObject([{ severity: 'urgent', since: '2026-10-09T22:00:00.000Z', actor: 'omring' }]));

  it('is cleared when coordination is agreed or the match is closed', () => {
    expect(given(match, agreed('omring', '2026-10-19')).at('2026-10-20').alerts('A03')).toEqual([]);
    expect(given(match, matchClosed('omring', '2026-10-19')).at('2026-10-20').alerts('A03')).toEqual([]);
  });

  it('gives an organisation that joins its own five days, and not a day of the others', () => {
    const joined = [match, acknowledged('omring', '2026-10-05'), acknowledged('noordermaat', '2026-10-05'), agreed('omring', '2026-10-06'), detected('2026-10-20', ['omring', 'noordermaat', 'mee-drenthe'])];
    expect(given(...joined).at('2026-10-26').alerts('A03')).toEqual([]);
    expect(given(...joined).at('2026-10-28').alerts('A03')).toMatchObject([{ severity: 'warning', actor: 'mee-drenthe', since: '2026-10-27T23:00:00.000Z' }]);
  });
});
