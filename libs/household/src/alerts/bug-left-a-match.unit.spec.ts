import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.ts';
import { acknowledged, detected, ended, started } from '../testing/story.ts';

/** Two organisations were said to be involved at once, and to owe each other an answer, long after one of them had left. */
describe('a match of which an organisation has left', () => {
  const [omring, noordermaat, mee] = [started('omring', '2026-09-01', 'i-1'), started('noordermaat', '2026-10-01', 'i-2'), started('mee-drenthe', '2026-10-01', 'i-3')];
  const match = detected('2026-10-02', ['omring', 'noordermaat']);
  const left = ended('noordermaat', '2026-10-07', 'i-2');

  it('asks nothing of who is alone', () => {
    expect(given(omring, noordermaat, match).at('2026-10-12').alerts('A03')).toHaveLength(1);
    expect(given(omring, noordermaat, match, left).at('2026-10-30').alerts('A03')).toEqual([]);
  });

  it('is cleared when one of the two leaves', () => {
    const story = given(omring, noordermaat, match, ended('noordermaat', '2026-10-12', 'i-2'));
    expect(story.at('2026-10-12T11:59:59Z').alerts('A03')).toHaveLength(1);
    expect(story.at('2026-10-12T12:00:00Z').alerts('A03')).toEqual([]);
  });

  it('asks it of those who stayed', () => {
    const three = detected('2026-10-02', ['omring', 'noordermaat', 'mee-drenthe']);
    expect(given(omring, noordermaat, mee, three, acknowledged('omring', '2026-10-05'), left).at('2026-10-12').alerts('A03')).toMatchObject([{ actor: 'mee-drenthe', since: '2026-10-09T22:00:00.000Z' }]);
  });

  it('asks it again when the other comes back, from then on', () => {
    const back = started('noordermaat', '2026-10-14', 'i-4');
    expect(given(omring, noordermaat, match, left, back).at('2026-10-14').alerts('A03')).toMatchObject([{ actor: 'each-involved', since: '2026-10-14T12:00:00.000Z' }]);
  });
});
