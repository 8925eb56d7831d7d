import { describe, expect, it } from '@jest/globals';
import type { CircleRow } from '@kring/projection-runtime';
import { etagOf, isNamedBy, versionOf } from './version.ts';

const row = (position: string, drawnByTime: string | null) => ({ circle: { position } as CircleRow['circle'], drawnByTime });
const omring = { kind: 'system', subject: 'omring', partner: 'omring', roles: ['system'] } as const;

describe('the version of a circle', () => {
  it('sorts after every version that came before it', () => {
    const versions = [row('0001', null), row('0001', '2026-01-01T00:00:00.000Z'), row('0001', '2026-06-01T00:00:00.000Z'), row('0002', null)].map(versionOf);
    expect(versions.toSorted()).toEqual(versions);
    expect(new Set(versions).size).toBe(4);
  });

  it('is the position of its last event, until time alone changes it', () => {
    expect(versionOf(row('0001', null))).toBe('0001');
  });
});

describe('the tag of an answer', () => {
  const circle = { householdId: 'h-1', freshness: [{ organisation: 'omring', lastEventAt: '2026-01-01T00:00:00Z', gaps: 0 }] };
  const tag = etagOf('0001', circle, null, omring);

  it('differs by version, household, gaps, moment and reader', () => {
    const others = [
      etagOf('0002', circle, null, omring),
      etagOf('0001', { ...circle, householdId: 'h-2' }, null, omring),
      etagOf('0001', { ...circle, freshness: circle.freshness.map((one) => ({ ...one, gaps: 1 })) }, null, omring),
      etagOf('0001', circle, { asOf: '2026-01-01T00:00:00.000Z', knownAt: '2026-01-01T00:00:00.000Z' }, omring),
      etagOf('0001', circle, null, { ...omring, subject: 'mee' }),
      etagOf('0001', circle, null, { ...omring, roles: ['system', 'coordinator'] }),
    ];
    expect(new Set([tag, ...others]).size).toBe(7);
    expect(etagOf('0001', circle, null, omring)).toBe(tag);
  });

  it.each([tag, `"other", ${tag}`, tag.replace('W/', ''), '*'])('is named by If-None-Match: %s', (ifNoneMatch) => {
    expect(isNamedBy(tag, ifNoneMatch)).toBe(true);
  });

  it.each([undefined, '', '"other"', 'W/"other"'])('is not named by If-None-Match: %s', (ifNoneMatch) => {
    expect(isNamedBy(tag, ifNoneMatch)).toBe(false);
  });
});
