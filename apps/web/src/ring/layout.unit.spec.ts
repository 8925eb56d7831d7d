import { describe, expect, it } from '@jest/globals';
import { levels, type Level } from '../words/codes.ts';
import { canvas, centre, layOut, markRadius, middleRadius, type Placed } from './layout.ts';
import type { Mark } from './marks.ts';

const mark = (key: string, level: Level): Mark => ({
  key, level, sign: 'care', title: 'Wijkverpleegkundige', subtitle: 'Ons Stede Broec', organisation: 'ons-stede-broec', isContactPerson: false, state: 'active',
});
const crowd = (count: number): Mark[] => Array.from({ length: count }, (_, at) => mark(`m${at}`, levels[at % levels.length] ?? 'specialist'));
const distance = (one: Placed, other: Placed): number => Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y);

describe('the drawing of a circle', () => {
  it('puts each mark on the band of its level', () => {
    for (const { mark: { level }, at } of layOut(crowd(15))) {
      expect(Math.abs(Math.hypot(at.x - centre.x, at.y - centre.y) - middleRadius(level))).toBeLessThan(1.5);
    }
  });

  it('keeps fifteen marks apart and inside the canvas', () => {
    const placed = layOut(crowd(15));
    for (const [at, one] of placed.entries()) {
      expect(one.at.x - markRadius).toBeGreaterThanOrEqual(0);
      expect(one.at.y + markRadius).toBeLessThanOrEqual(canvas.height);
      for (const other of placed.slice(at + 1)) expect(distance(one, other)).toBeGreaterThan(2 * markRadius);
    }
  });

  it('does not move anyone when someone joins', () => {
    expect(layOut(crowd(9)).slice(0, 8)).toEqual(layOut(crowd(8)));
  });

  it('is empty around a household that nobody is involved with', () => {
    expect(layOut([])).toEqual([]);
  });
});
