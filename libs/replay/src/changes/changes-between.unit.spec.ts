import { describe, expect, it } from '@jest/globals';
import { circleOf } from '@kring/household';
import { ended, householdId, registered, rules, started, told } from '../testing/household-told.ts';
import { changesBetween } from './changes-between.ts';

const history = told(registered('2026-01-05'), started('noordermaat', '2026-02-02'), ended('noordermaat', '2026-03-02'));
const circleOn = (day: string) => circleOf(history, { householdId, asOf: `${day}T23:00:00.000Z`, knownAt: `${day}T23:00:00.000Z` }, rules);

describe('what changed between two circles', () => {
  it('is everything that there is, when nothing was known before', () => {
    const changes = changesBetween(null, circleOn('2026-01-05'));
    expect(changes.map(({ section, key, change }) => `${change} ${section} ${key}`)).toEqual(['added household ', 'added coordinator ', 'added members p_1']);
    expect(changes[0]).toMatchObject({ before: null, after: { state: 'registered', area: 'de-lariks' } });
  });

  it('is a row that came, with all its fields', () => {
    expect(changesBetween(circleOn('2026-01-05'), circleOn('2026-02-02'))).toEqual([
      expect.objectContaining({ section: 'involvements', key: 'noordermaat/i-noordermaat', change: 'added', before: null, after: expect.objectContaining({ level: 'basic-team', until: null }) }),
    ]);
  });

  it('is of a row that stays only what differs, as it was and as it is', () => {
    expect(changesBetween(circleOn('2026-02-02'), circleOn('2026-03-02'))).toEqual([
      {
        section: 'involvements', key: 'noordermaat/i-noordermaat', change: 'changed',
        before: { until: null, endReason: null, state: 'active' },
        after: { until: '2026-03-02T12:00:00.000Z', endReason: 'completed', state: 'ended' },
      },
    ]);
  });

  it('is the same read back, with before and after the other way round', () => {
    const [forth] = changesBetween(circleOn('2026-02-02'), circleOn('2026-03-02'));
    const [back] = changesBetween(circleOn('2026-03-02'), circleOn('2026-02-02'));
    expect(back).toEqual({ ...forth, before: forth?.after, after: forth?.before });
  });

  it('is nothing between a circle and itself, at whatever time it is read', () => {
    expect(changesBetween(circleOn('2026-02-02'), circleOn('2026-02-10'))).toEqual([]);
  });
});
